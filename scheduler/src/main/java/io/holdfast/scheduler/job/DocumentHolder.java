package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.NewSegment;
import java.util.List;

/** Who has the document's text and takes its segments. Calls block. */
interface DocumentHolder {

    /**
     * The text and the rules.
     *
     * @throws DocumentGoneException when there is nothing to index any more
     */
    DocumentSource source(IndexingJob job);

    /**
     * Stores segments; storing them again changes nothing.
     *
     * @throws DocumentGoneException when there is nothing to index any more
     * @throws JobLostException when a later owner of the job was there
     * @throws HopelessException when they can never be stored
     */
    void store(IndexingJob job, List<NewSegment> segments);
}
