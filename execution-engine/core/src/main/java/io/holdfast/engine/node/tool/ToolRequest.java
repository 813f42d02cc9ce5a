package io.holdfast.engine.node.tool;

import io.holdfast.engine.node.StepRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Use a tool.
 *
 * @param providerType {@code builtin}, {@code api}, {@code workflow}, {@code mcp} ...
 * @param provider the id that the file names
 * @param arguments by the name of the tool's parameter
 */
public record ToolRequest(
        String providerType, String provider, String tool, Map<String, @Nullable Object> arguments)
        implements StepRequest<ToolReply> {}
