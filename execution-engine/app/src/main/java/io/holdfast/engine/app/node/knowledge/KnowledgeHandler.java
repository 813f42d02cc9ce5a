package io.holdfast.engine.app.node.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.error.Problem;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.engine.app.client.ServiceCallConfig;
import io.holdfast.engine.app.client.ServiceClient;
import io.holdfast.engine.app.client.UnreachableException;
import io.holdfast.engine.app.step.CutOffException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.node.knowledge.KnowledgeRequest;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.time.Sleeper;
import io.holdfast.platform.time.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks vector-store-adapter for passages. */
@ApplicationScoped
class KnowledgeHandler implements StepHandler<RetrieveResponse, KnowledgeRequest> {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String ERROR = "KnowledgeRetrievalNodeError";

    private final ServiceClient client;
    private final ServiceCallConfig config;
    private final Ticker ticker;
    private final Sleeper sleeper;
    private final ObjectMapper mapper;

    KnowledgeHandler(
            ServiceClient client,
            ServiceCallConfig config,
            Ticker ticker,
            Sleeper sleeper,
            ObjectMapper mapper) {
        this.ticker = ticker;
        this.sleeper = sleeper;
        this.client = client;
        this.config = config;
        this.mapper = mapper;
    }

    @Override
    public Class<KnowledgeRequest> requestType() {
        return KnowledgeRequest.class;
    }

    @Override
    public RetrieveResponse handle(StepCall<KnowledgeRequest> call) throws InterruptedException {
        try {
            return ask(call);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the step was cancelled");
            }
            throw new CutOffException("vector-store-adapter broke off: " + e.getMessage(), e);
        } catch (UnreachableException _) {
            throw new StepException(ERROR, "The knowledge bases cannot be reached.");
        }
    }

    /** Waits for what vector-store-adapter needs itself, as for vector-store-adapter. */
    private RetrieveResponse ask(StepCall<KnowledgeRequest> call)
            throws IOException, InterruptedException {
        long giveUp = ticker.nanos() + config.patience().toNanos();
        while (true) {
            HttpResponse<InputStream> response = post(call);
            int status = response.statusCode();
            try (InputStream body = response.body()) {
                if (status == OK) {
                    return mapper.readValue(body, RetrieveResponse.class);
                }
                if (status != UNAVAILABLE || ticker.nanos() > giveUp) {
                    throw refused(status, body);
                }
            }
            sleeper.sleep(PAUSE);
        }
    }

    private HttpResponse<InputStream> post(StepCall<KnowledgeRequest> call)
            throws IOException, InterruptedException {
        return client.post(
                PeerService.VECTOR,
                "/internal/v1/retrieve?tenantId=" + call.run().tenantId(),
                mapper.writeValueAsString(call.request().retrieval()),
                Map.of(),
                TIMEOUT);
    }

    private StepException refused(int status, InputStream body) throws IOException {
        try {
            return new StepException(ERROR, mapper.readValue(body, Problem.class).message());
        } catch (JsonProcessingException _) {
            return new StepException(ERROR, "The knowledge bases answered " + status + ".");
        }
    }
}
