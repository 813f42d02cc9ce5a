package io.holdfast.engine.node.llm;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.ReferenceTemplate;
import java.util.Optional;
import java.util.UUID;

/**
 * How much of the conversation a model is given (dsl.md 3.3, rule 5).
 *
 * @param turns the newest earlier turns that are sent
 * @param query the user's message as the model sees it
 */
public record Memory(int turns, ReferenceTemplate query) {

    private static final int WITHOUT_WINDOW = 500;
    private static final int SMALLEST_WINDOW = 1;

    /** Reads a node's {@code memory}; empty when the node has none. */
    public static Optional<Memory> parse(NodeData node) {
        if (!node.has("memory")) {
            return Optional.empty();
        }
        NodeData memory = node.child("memory");
        String query =
                memory.text("query_prompt_template")
                        .filter(text -> !text.isEmpty())
                        .orElse("{{#sys.query#}}");
        return Optional.of(new Memory(turns(memory), ReferenceTemplate.parse(query)));
    }

    /** The turns that a run's model is given; empty outside of conversations. */
    public Optional<ModelRequest.History> history(RunStart start) {
        UUID conversation = start.conversationId();
        UUID message = start.messageId();
        return conversation == null || message == null
                ? Optional.empty()
                : Optional.of(new ModelRequest.History(conversation, message, turns));
    }

    /** The window counts the current turn as well. */
    private static int turns(NodeData memory) {
        NodeData window = memory.child("window");
        if (!window.flag("enabled", false)) {
            return WITHOUT_WINDOW;
        }
        int size = window.whole("size").orElse(WITHOUT_WINDOW);
        return Math.max(SMALLEST_WINDOW, size) - 1;
    }
}
