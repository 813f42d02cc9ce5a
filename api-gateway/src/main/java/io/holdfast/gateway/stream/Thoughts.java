package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How clients see what an assistant thinks (http-api.md 2.9). */
public final class Thoughts {

    private Thoughts() {}

    static Map<String, @Nullable Object> view(RunEvent.Thought thought) {
        return new Fields()
                .put("id", thought.id())
                .put("position", thought.position())
                .put("thought", thought.thought())
                .put("observation", thought.observation())
                .put("tool", String.join(";", thought.tools()))
                .put("tool_labels", labels(thought))
                .put("tool_input", thought.toolInput())
                .put("message_files", List.of())
                .map();
    }

    /** The names of a thought's tools, by language. */
    public static Map<String, @Nullable Object> labels(RunEvent.Thought thought) {
        Fields labels = new Fields();
        thought.labels()
                .forEach((tool, label) ->
                        labels.put(tool, Map.of("en_US", label, "zh_Hans", label)));
        return labels.map();
    }
}
