package io.holdfast.model;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the model service. */
@ConfigMapping(prefix = "holdfast.model")
public interface ModelConfig {

    /** Keys with which outside callers may use {@code /v1}; without any only the suite may. */
    Optional<List<String>> apiKeys();

    /** The routes file; a relative path is looked for in HOLDFAST_HOME, then where we run. */
    @WithDefault("models.yaml")
    String routesFile();

    /** The folder in which the suite keeps its state. */
    Optional<String> home();

    /** Base URL of the provider openai; with a key or this, that provider has a route. */
    Optional<String> openaiBaseUrl();

    /** Key of the provider openai. */
    Optional<String> openaiKey();

    /** An OpenAI-compatible endpoint that serves every model that no other route serves. */
    Optional<String> defaultUrl();

    /** Its key. */
    Optional<String> defaultKey();

    /** The chat model for callers that name none. */
    Optional<String> defaultLlm();

    /** The embedding model for callers that name none. */
    @WithDefault("all-MiniLM-L6-v2")
    String defaultEmbedding();

    /** Largest request body; pictures travel inside it. */
    @WithDefault("32M")
    MemorySize maxBody();

    Timeouts timeout();

    Retries retry();

    Breaker breaker();

    Bulkhead bulkhead();

    Embedding embedding();

    /** How long an upstream may take. */
    interface Timeouts {
        /** To a connection. */
        @WithDefault("3s")
        Duration connect();

        /** To the first token, or to the whole answer without streaming. */
        @WithDefault("60s")
        Duration firstToken();

        /** Between two pieces of a stream. */
        @WithDefault("60s")
        Duration idle();

        /** For the whole call, all attempts together. */
        @WithDefault("10m")
        Duration total();
    }

    /** Repetition before the first token. */
    interface Retries {
        /** Requests per call, the first one included. */
        @WithDefault("3")
        int attempts();

        /** Bound of the first wait; doubled each time, the wait itself is random below it. */
        @WithDefault("300ms")
        Duration base();

        /** Longest wait; an upstream that asks for more is not asked again. */
        @WithDefault("5s")
        Duration longest();
    }

    /** Circuit breaker of each upstream. */
    interface Breaker {
        /** Failures in a row that open it. */
        @WithDefault("5")
        int failures();

        /** How long it stays open before a probe. */
        @WithDefault("10s")
        Duration openFor();
    }

    /** Room at each upstream. */
    interface Bulkhead {
        /** Calls at once. */
        @WithDefault("256")
        int concurrent();

        /** Calls that may wait for room. */
        @WithDefault("256")
        int queue();

        /** How long they may wait. */
        @WithDefault("2s")
        Duration queueWait();
    }

    /** The embedding model in this process. */
    interface Embedding {
        /** Threads that compute. */
        @WithDefault("2")
        int threads();

        /** Most texts a call. */
        @WithDefault("256")
        int batch();
    }
}
