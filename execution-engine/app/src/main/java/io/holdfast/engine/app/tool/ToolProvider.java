package io.holdfast.engine.app.tool;

import io.holdfast.engine.node.tool.ToolReply;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who brings tools. */
public interface ToolProvider {

    /** The last part of its id: files name {@code time} as well as {@code langgenius/time/time}. */
    String name();

    /** The names of its tools. */
    Set<String> tools();

    /**
     * Uses a tool.
     *
     * @param arguments as the node has them: text, or values of variables as they are
     * @throws ToolException when the tool cannot do what is asked
     */
    ToolReply use(String tool, Map<String, @Nullable Object> arguments);
}
