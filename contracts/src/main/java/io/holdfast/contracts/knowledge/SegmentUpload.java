package io.holdfast.contracts.knowledge;

import java.util.List;
import java.util.UUID;

/**
 * A job stores a batch of segments: {@code POST documents/{documentId}/segments} answers {@link
 * SegmentReceipt}. Storing the same position again replaces it, so that a batch may be sent again.
 *
 * <p>Errors: 404 {@code document_not_found}; 409 {@code stale_revision}; 409 {@code stale_epoch}
 * when a later owner of the job was here; 400 {@code dimension_mismatch}.
 *
 * @param epoch of the job's owner
 */
public record SegmentUpload(UUID datasetId, long revision, long epoch, List<NewSegment> segments) {

    public SegmentUpload {
        segments = List.copyOf(segments);
    }
}
