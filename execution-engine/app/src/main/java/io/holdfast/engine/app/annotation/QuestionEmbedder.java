package io.holdfast.engine.app.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.ModelHeaders;
import io.holdfast.engine.app.client.ServiceClient;
import io.holdfast.engine.app.client.UnreachableException;
import io.holdfast.platform.peer.PeerService;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** Asks model-service for vectors. Blocks: for virtual threads. */
@ApplicationScoped
class QuestionEmbedder {

    static final String BREAKER = "annotation-embedding";

    private static final int OK = 200;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    private final ServiceClient client;
    private final ObjectMapper mapper;
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("embed-", 0).factory());

    QuestionEmbedder(ServiceClient client, ObjectMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * One vector for each text, in their order.
     *
     * @param within until all are there
     * @throws EmbeddingRefusedException when the model will never do it
     * @throws EmbeddingException when it does not do it now
     */
    @CircuitBreakerName(BREAKER)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failOn = EmbeddingException.class,
            skipOn = EmbeddingRefusedException.class)
    List<float[]> embed(EmbeddingModel model, List<String> texts, Duration within)
            throws InterruptedException {
        Future<List<float[]>> asked = executor.submit(() -> ask(model, texts, within));
        try {
            return asked.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new EmbeddingException("The embedding model did not answer in time.", e);
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private static EmbeddingException fault(@Nullable Throwable cause) {
        return switch (cause) {
            case EmbeddingException told -> told;
            case UnreachableException away ->
                    new EmbeddingException("model-service does not answer.", away);
            case null, default ->
                    new EmbeddingException("The embedding model's answer is none.", cause);
        };
    }

    private List<float[]> ask(EmbeddingModel model, List<String> texts, Duration within)
            throws IOException, InterruptedException {
        ObjectNode request = mapper.createObjectNode().put("model", model.name());
        ArrayNode input = request.putArray("input");
        texts.forEach(input::add);
        HttpResponse<InputStream> response =
                client.post(
                        PeerService.MODEL,
                        "/v1/embeddings",
                        mapper.writeValueAsString(request),
                        model.provider().isEmpty()
                                ? Map.of()
                                : Map.of(ModelHeaders.PROVIDER, model.provider()),
                        within);
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw refused(response.statusCode(), mapper.readTree(body));
            }
            return vectors(mapper.readTree(body).path("data"), texts.size());
        }
    }

    private static EmbeddingException refused(int status, JsonNode answer) {
        String message = "The embedding model answered with status " + status + ".";
        boolean mayPass = status >= SERVER_FAULT || status == TOO_MANY || status == TIMEOUT;
        return mayPass
                ? new EmbeddingException(message, null)
                : new EmbeddingRefusedException(
                        message, answer.path("error").path("message").asText(message));
    }

    private static List<float[]> vectors(JsonNode data, int expected) {
        float[][] vectors = new float[expected][];
        int place = 0;
        for (JsonNode item : data) {
            int index = item.path("index").asInt(place++);
            if (index >= 0 && index < expected) {
                vectors[index] = vector(item.path("embedding"));
            }
        }
        List<float[]> complete = new ArrayList<>(expected);
        for (float[] vector : vectors) {
            if (vector == null || vector.length == 0) {
                throw new EmbeddingException("The embedding model left out a vector.", null);
            }
            complete.add(vector);
        }
        return complete;
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
        }
        return vector;
    }
}
