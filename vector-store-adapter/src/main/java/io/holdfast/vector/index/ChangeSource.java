package io.holdfast.vector.index;

import java.util.List;
import java.util.UUID;

/** Where an index learns what it must hold. Calls block; they run on virtual threads. */
public interface ChangeSource {

    /** The number of the dataset's newest change; 0 for a dataset that does not exist. */
    long newest(UUID datasetId);

    /** The next changes after a number, in order. */
    List<IndexChange> after(UUID datasetId, long seq, int limit);

    /** All segments of a published document; empty when it is gone. */
    List<IndexedSegment> segments(UUID documentId);
}
