package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Selector;
import java.util.Optional;

/**
 * What a model looks at (dsl.md 3.3).
 *
 * @param files a file or a list of files
 * @param detail {@code high} or {@code low}
 */
record Vision(Selector files, String detail) {

    private static final Selector USUAL = Selector.of(Selector.SYSTEM, "files");

    /** Reads a node's {@code vision}; empty when it is off. */
    static Optional<Vision> parse(NodeData node) {
        NodeData vision = node.child("vision");
        if (!vision.flag("enabled", false)) {
            return Optional.empty();
        }
        NodeData configs = vision.child("configs");
        return Optional.of(
                new Vision(
                        configs.selector("variable_selector").orElse(USUAL),
                        configs.text("detail").orElse("high")));
    }
}
