package io.holdfast.platform.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the replicas of the services are, and how one of them is chosen. */
@ConfigMapping(prefix = "holdfast.peers")
public interface PeerConfig {

    /** The base URLs of api-gateway's replicas, separated by commas. */
    @WithDefault("${HOLDFAST_GATEWAY_URL:http://127.0.0.1:8080}")
    List<URI> gateway();

    /** The base URLs of execution-engine's replicas, separated by commas. */
    @WithDefault("${HOLDFAST_ENGINE_URL:http://127.0.0.1:8081}")
    List<URI> engine();

    /** The base URLs of model-service's replicas, separated by commas. */
    @WithDefault("${HOLDFAST_MODEL_URL:http://127.0.0.1:8082}")
    List<URI> model();

    /** The base URLs of scheduler's replicas, separated by commas. */
    @WithDefault("${HOLDFAST_SCHEDULER_URL:http://127.0.0.1:8083}")
    List<URI> scheduler();

    /** The base URLs of vector-store-adapter's replicas, separated by commas. */
    @WithDefault("${HOLDFAST_VECTOR_URL:http://127.0.0.1:8084}")
    List<URI> vector();

    /** How a replica is chosen: {@code round-robin}, {@code weighted} or {@code least-requests}. */
    @WithDefault("least-requests")
    Balance balance();

    /**
     * The weights of replicas for {@code weighted}, in the order of a service's URLs; a replica
     * without one has weight 1.
     */
    @WithDefault("1")
    List<Integer> weights();

    /** Faults in a row after which a replica is left out. */
    @WithDefault("3")
    int ejectAfter();

    /** How long a replica is left out the first time; doubled each time in a row, to 16 times. */
    @WithDefault("2S")
    Duration ejectFor();

    /** Ways to choose a replica. */
    enum Balance {
        ROUND_ROBIN,
        WEIGHTED,
        LEAST_REQUESTS
    }
}
