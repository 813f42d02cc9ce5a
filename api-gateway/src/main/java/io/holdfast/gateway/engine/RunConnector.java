package io.holdfast.gateway.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.remote.Exchange;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.gateway.remote.UnreachableException;
import io.holdfast.platform.peer.PeerPool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.util.UUID;

/** Opens single connections to a run's events, at whichever engine answers. */
final class RunConnector {

    private static final String RUNS = "/internal/v1/runs";

    private final PeerPool engines;
    private final HttpClient client;
    private final Exchange exchange;
    private final ObjectMapper mapper;

    RunConnector(PeerPool engines, HttpClient client, Exchange exchange, ObjectMapper mapper) {
        this.engines = engines;
        this.client = client;
        this.exchange = exchange;
        this.mapper = mapper;
    }

    Uni<Multi<RunEventEnvelope>> start(StartRunRequest request) {
        return open(new Exchange.Ask(HttpMethod.POST, RUNS, request));
    }

    Uni<Multi<RunEventEnvelope>> resume(UUID runId, long after) {
        String path = RUNS + "/" + runId + "/events?after=" + after;
        return open(new Exchange.Ask(HttpMethod.GET, path, null));
    }

    private Uni<Multi<RunEventEnvelope>> open(Exchange.Ask ask) {
        return engines.call(url -> exchange.open(client, url, ask), RunConnector::isReplicasFault)
                .map(this::events);
    }

    /** A start carries the run's id and a resumption reads: both may be asked again. */
    static boolean isReplicasFault(Throwable fault) {
        return fault instanceof UnreachableException
                || (fault instanceof RefusedException refused && refused.isReplicasFault());
    }

    private Multi<RunEventEnvelope> events(HttpClientResponse response) {
        var decoder = new SseDecoder();
        return response.toMulti()
                .onItem()
                .transformToIterable(chunk -> decoder.feed(chunk.getDelegate()))
                .map(this::parse)
                .onFailure(fault -> !(fault instanceof BrokenStreamException))
                .transform(fault -> new BrokenStreamException("The connection broke", fault))
                .onTermination()
                .invoke((fault, cancelled) -> letGo(response, fault != null || cancelled));
    }

    /** A stream that is not read to its end takes its connection with it. */
    private static void letGo(HttpClientResponse response, boolean early) {
        if (early) {
            // The reset is our own doing and no news to anybody.
            response.exceptionHandler(reset -> {});
            response.request().reset();
        }
    }

    private RunEventEnvelope parse(String data) {
        try {
            return mapper.readValue(data, RunEventEnvelope.class);
        } catch (JsonProcessingException fault) {
            throw new BrokenStreamException("An event cannot be read", fault);
        }
    }
}
