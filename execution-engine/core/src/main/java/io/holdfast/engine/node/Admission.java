package io.holdfast.engine.node;

import io.holdfast.contracts.run.RunEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check says that stands before a run's graph, or that reads what a run says. */
public sealed interface Admission extends NodeAnswer {

    /** Nothing is wrong. */
    record Passed() implements Admission {}

    /**
     * The run goes on with other values.
     *
     * @param query null for apps without one
     */
    record Replaced(Map<String, @Nullable Object> inputs, @Nullable String query)
            implements Admission {}

    /** What was said so far is to be said in other words; more may follow. */
    record Rewritten(String text) implements Admission {}

    /**
     * This is the answer, and all there is to say.
     *
     * @param annotation where it was written beforehand; null when it was not
     */
    record Answered(String text, RunEvent.@Nullable Annotation annotation) implements Admission {}
}
