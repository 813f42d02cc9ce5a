package io.holdfast.engine.node;

import io.holdfast.engine.value.Values;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a form. The node that asked finds it as its note. */
public sealed interface FormAnswer {

    /** What the form showed. */
    String content();

    /** The answer as the node's note. */
    NodeNote note();

    /**
     * Somebody has filled the form.
     *
     * @param action the id of the button
     * @param values by field; files as the run's values have them
     */
    record Submitted(String content, String action, Map<String, @Nullable Object> values)
            implements FormAnswer {

        @Override
        public NodeNote note() {
            return new NodeNote(
                    Map.of(
                            "form",
                            "submitted",
                            "content",
                            content,
                            "action",
                            action,
                            "values",
                            values));
        }
    }

    /**
     * Nobody has filled the form in time.
     *
     * @param expiredAt in seconds since the epoch
     */
    record Expired(String content, long expiredAt) implements FormAnswer {

        @Override
        public NodeNote note() {
            return new NodeNote(
                    Map.of("form", "expired", "content", content, "expired_at", expiredAt));
        }
    }

    /** The answer that a note holds; empty when it holds none. */
    static Optional<FormAnswer> of(NodeNote note) {
        Map<String, @Nullable Object> data = note.data();
        String content = String.valueOf(data.get("content"));
        if ("submitted".equals(data.get("form")) && data.get("values") instanceof Map<?, ?> map) {
            return Optional.of(
                    new Submitted(content, String.valueOf(data.get("action")), Values.asMap(map)));
        }
        if ("expired".equals(data.get("form")) && data.get("expired_at") instanceof Number at) {
            return Optional.of(new Expired(content, at.longValue()));
        }
        return Optional.empty();
    }
}
