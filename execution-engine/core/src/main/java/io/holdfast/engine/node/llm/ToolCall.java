package io.holdfast.engine.node.llm;

/**
 * A model wants a tool used.
 *
 * @param id by which the tool's answer is told to belong to it
 * @param arguments JSON text as the model wrote it; may be no JSON at all
 */
public record ToolCall(String id, String name, String arguments) {}
