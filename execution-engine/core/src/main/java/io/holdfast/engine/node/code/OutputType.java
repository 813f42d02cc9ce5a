package io.holdfast.engine.node.code;

import io.holdfast.engine.node.NodeData;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A declared output.
 *
 * @param children of an object, empty when it declares none
 */
record OutputType(String name, Map<String, OutputType> children) {

    static Map<String, OutputType> parseAll(NodeData outputs) {
        Map<String, OutputType> types = new LinkedHashMap<>();
        for (String name : outputs.fields().keySet()) {
            NodeData output = outputs.child(name);
            types.put(
                    name,
                    new OutputType(output.requireText("type"), parseAll(output.child("children"))));
        }
        return types;
    }
}
