package io.holdfast.engine.node.classifier;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.ReferenceTemplate;

/**
 * One of the ways between which a model chooses.
 *
 * @param id the handle of its edges
 * @param name what the model is told of it
 * @param label what readers are told
 */
record QuestionClass(String id, ReferenceTemplate name, String label) {

    /** Reads a class; {@code number} counts from 1. */
    static QuestionClass parse(NodeData data, int number) {
        return new QuestionClass(
                data.requireText("id"),
                ReferenceTemplate.parse(data.text("name").orElse("")),
                data.text("label").filter(text -> !text.isBlank()).orElse("CLASS " + number));
    }
}
