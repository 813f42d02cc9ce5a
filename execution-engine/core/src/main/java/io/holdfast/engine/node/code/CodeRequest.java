package io.holdfast.engine.node.code;

import io.holdfast.engine.node.StepRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for code to be executed in the sandbox.
 *
 * @param language {@code python3} or {@code javascript}
 * @param inputs the arguments of its {@code main}, by name
 */
public record CodeRequest(String language, String code, Map<String, @Nullable Object> inputs)
        implements StepRequest<CodeReply> {}
