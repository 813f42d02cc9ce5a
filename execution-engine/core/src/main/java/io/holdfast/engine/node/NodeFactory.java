package io.holdfast.engine.node;

import io.holdfast.engine.dsl.NodeDefinition;

/** Makes the logic of one node type out of a node's definition. */
@FunctionalInterface
public interface NodeFactory {

    /**
     * Parses the node's configuration.
     *
     * @throws NodeDataException when the configuration cannot be used
     */
    NodeLogic create(NodeDefinition definition);
}
