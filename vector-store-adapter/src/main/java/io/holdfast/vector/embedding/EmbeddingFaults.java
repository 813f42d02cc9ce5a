package io.holdfast.vector.embedding;

import io.holdfast.platform.error.HoldfastException;
import io.holdfast.platform.error.UnavailableException;
import io.holdfast.vector.failure.KnowledgeException;
import jakarta.ws.rs.WebApplicationException;

/** What a failed call of model-service means. */
final class EmbeddingFaults {

    private static final int TOO_MANY_REQUESTS = 429;

    private EmbeddingFaults() {}

    /** Whether another replica may do better. */
    static boolean isReplicas(Throwable fault) {
        return !(fault instanceof WebApplicationException answered)
                || answered.getResponse().getStatus() >= 500;
    }

    /** Whether the same call may do better in a moment. */
    static boolean mayPass(Throwable fault) {
        return isReplicas(fault)
                || (fault instanceof WebApplicationException answered
                        && answered.getResponse().getStatus() == TOO_MANY_REQUESTS);
    }

    /** The fault as the caller is told of it. */
    static RuntimeException told(Throwable fault) {
        if (fault instanceof HoldfastException told) {
            return told;
        }
        if (mayPass(fault)) {
            return new UnavailableException("The embedding model cannot be reached now.", fault);
        }
        return KnowledgeException.badRequest(
                "provider_not_initialize",
                "No Embedding Model available. Please configure a valid provider in the Settings"
                        + " -> Model Provider.");
    }
}
