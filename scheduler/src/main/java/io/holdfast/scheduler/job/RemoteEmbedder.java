package io.holdfast.scheduler.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.platform.error.UnavailableException;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/** Embedding models behind model-service. */
@ApplicationScoped
class RemoteEmbedder implements Embedder {

    private final PeerPool replicas;
    private final RemoteClients clients;
    private final ObjectMapper json;
    private final Duration timeout;

    RemoteEmbedder(Peers peers, RemoteClients clients, ObjectMapper json, IndexingConfig config) {
        this.replicas = peers.of(PeerService.MODEL);
        this.clients = clients;
        this.json = json;
        this.timeout = config.embeddingTimeout();
    }

    @Override
    @Bulkhead(64)
    @CircuitBreaker(requestVolumeThreshold = 10, skipOn = HopelessException.class)
    public Embeddings embed(@Nullable String provider, String model, List<String> texts) {
        ObjectNode request = json.createObjectNode().put("model", model);
        ArrayNode input = request.putArray("input");
        texts.forEach(input::add);
        try {
            JsonNode answer =
                    replicas.call(
                                    url ->
                                            clients.of(EmbeddingsApi.class, url, timeout)
                                                    .embed(provider, request),
                                    RemoteFault::isReplicas)
                            .await()
                            .atMost(timeout);
            return read(answer, texts.size());
        } catch (RemoteFault fault) {
            throw fault.isFinal()
                    ? new HopelessException(String.valueOf(fault.getMessage()), fault)
                    : fault;
        }
    }

    private static Embeddings read(JsonNode answer, int expected) {
        List<float @Nullable []> vectors =
                new ArrayList<>(Collections.nCopies(expected, (float[]) null));
        int place = 0;
        for (JsonNode item : answer.path("data")) {
            int index = item.path("index").asInt(place++);
            if (index >= 0 && index < expected) {
                vectors.set(index, vector(item.path("embedding")));
            }
        }
        List<float[]> complete = new ArrayList<>(expected);
        for (float[] vector : vectors) {
            if (vector == null || vector.length == 0) {
                throw new UnavailableException("The embedding model left out a vector.", null);
            }
            complete.add(vector);
        }
        return new Embeddings(complete, answer.path("usage").path("total_tokens").asLong(0));
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
        }
        return vector;
    }
}
