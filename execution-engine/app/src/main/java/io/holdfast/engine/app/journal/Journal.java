package io.holdfast.engine.app.journal;

import java.util.concurrent.CompletionStage;

/** Makes facts durable. */
public interface Journal {

    /**
     * Appends facts. Appends of one run are completed in the order in which they were made.
     *
     * @return completed when the facts are durable; failed with {@link LeaseLostException} when the
     *     key is not valid any more. While the database is gone it stays open.
     */
    CompletionStage<Void> append(Append append);
}
