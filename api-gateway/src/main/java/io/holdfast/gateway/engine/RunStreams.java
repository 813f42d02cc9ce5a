package io.holdfast.gateway.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.remote.Clients;
import io.holdfast.gateway.remote.Exchange;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.platform.time.Ticker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Starts runs at an engine and follows them, from one engine to the next when one goes. */
@Singleton
public class RunStreams {

    private final RunConnector connector;
    private final Ticker ticker;
    private final GatewayConfig config;

    RunStreams(
            Peers peers,
            Clients clients,
            Exchange exchange,
            ObjectMapper mapper,
            Ticker ticker,
            GatewayConfig config) {
        this.connector =
                new RunConnector(
                        peers.of(PeerService.ENGINE),
                        clients.streaming(),
                        exchange,
                        Json.plainValues(mapper));
        this.ticker = ticker;
        this.config = config;
    }

    /**
     * Starts a run.
     *
     * @param request with the id of the run, so that it may be sent again when no answer came
     * @return the run's events from {@code Accepted} to {@code Finished}, each once and in order,
     *     to be subscribed to once; fails with the engine's refusal before there is a run
     */
    public Uni<Multi<RunEventEnvelope>> start(StartRunRequest request) {
        if (request.runId() == null) {
            throw new IllegalArgumentException("A run is started under an id of the caller's");
        }
        var position = new RunPosition();
        var patience = new Patience(config.reconnectFor(), ticker);
        return connector
                .start(request)
                .map(first ->
                        new RunFollowing(connector, request, position, patience).events(first));
    }
}
