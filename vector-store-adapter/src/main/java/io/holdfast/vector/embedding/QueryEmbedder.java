package io.holdfast.vector.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.platform.error.UnavailableException;
import io.holdfast.platform.internal.InternalClientFilter;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.failure.KnowledgeException;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Asks model-service for the vector of a query. Blocks: to be called from virtual threads, and
 * never within a transaction.
 */
@ApplicationScoped
public class QueryEmbedder {

    private static final Duration BACK_OFF = Duration.ofMillis(100);
    private static final int RETRIES = 2;
    private static final int CONNECT_SECONDS = 2;

    private final Map<URI, EmbeddingsApi> clients = new ConcurrentHashMap<>();
    private final PeerPool models;
    private final InternalClientFilter credential;
    private final ObjectMapper json;
    private final Duration timeout;

    QueryEmbedder(
            Peers peers,
            InternalClientFilter credential,
            ObjectMapper json,
            KnowledgeConfig config) {
        this.models = peers.of(PeerService.MODEL);
        this.credential = credential;
        this.json = json;
        this.timeout = config.embeddingTimeout();
    }

    /**
     * The vector of a text, as the model gives it.
     *
     * @throws KnowledgeException when no such model is served
     * @throws UnavailableException when it does not answer now
     */
    @Bulkhead(64)
    @CircuitBreaker(failOn = UnavailableException.class, requestVolumeThreshold = 10)
    public float[] embed(EmbeddingModel model, String text) {
        ObjectNode request = json.createObjectNode().put("model", model.name());
        request.putArray("input").add(text);
        try {
            return vector(
                    models.call(
                                    url -> client(url).embed(model.provider(), request),
                                    EmbeddingFaults::isReplicas)
                            .onFailure(EmbeddingFaults::mayPass)
                            .retry()
                            .withBackOff(BACK_OFF)
                            .atMost(RETRIES)
                            .await()
                            .atMost(timeout));
        } catch (TimeoutException e) {
            throw new UnavailableException("The embedding model did not answer in time.", e);
        } catch (RuntimeException e) {
            throw EmbeddingFaults.told(e);
        }
    }

    private static float[] vector(JsonNode answer) {
        JsonNode embedding = answer.path("data").path(0).path("embedding");
        if (!embedding.isArray() || embedding.isEmpty()) {
            throw new UnavailableException("The embedding model answered without a vector.", null);
        }
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) embedding.get(i).asDouble();
        }
        return vector;
    }

    private EmbeddingsApi client(URI url) {
        return clients.computeIfAbsent(
                url,
                base ->
                        QuarkusRestClientBuilder.newBuilder()
                                .baseUri(base)
                                .register(credential)
                                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                                .build(EmbeddingsApi.class));
    }
}
