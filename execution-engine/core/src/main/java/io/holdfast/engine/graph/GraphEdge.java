package io.holdfast.engine.graph;

/**
 * An edge between two nodes.
 *
 * @param source number of the node that it leaves
 * @param handle the source's outgoing port
 * @param target number of the node that it enters
 */
public record GraphEdge(int number, int source, String handle, int target) {}
