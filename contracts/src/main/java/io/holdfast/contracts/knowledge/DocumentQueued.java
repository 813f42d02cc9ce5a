package io.holdfast.contracts.knowledge;

import java.util.UUID;

/**
 * A document waits to be indexed: payload of topic {@code holdfast.document-events}, event type
 * {@code document.queued}, key the document id.
 *
 * @param revision counts how often the document was queued, from 1; a job of an older one is stale
 */
public record DocumentQueued(
        UUID tenantId, UUID datasetId, UUID documentId, String batch, long revision) {

    /** The type of the event that carries it, version 1. */
    public static final String EVENT_TYPE = "document.queued";
}
