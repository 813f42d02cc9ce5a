package io.holdfast.engine.app.tool;

import io.holdfast.engine.node.tool.ToolReply;
import java.util.Optional;

/** Somebody who brings tools. */
public interface ToolProvider {

    /**
     * Its id as files name it; those built in have the last part of it only: files name {@code
     * time} as well as {@code langgenius/time/time}.
     */
    String id();

    /**
     * What a tool says of itself; empty when there is no such tool.
     *
     * @throws ToolException when nobody could be asked
     */
    Optional<ToolDescription> describe(String tool) throws InterruptedException;

    /**
     * Uses a tool. Blocking: for virtual threads.
     *
     * @throws UnknownToolException when there is no such tool
     * @throws ToolException when the tool cannot do what is asked
     */
    ToolReply use(ToolUsage usage) throws InterruptedException;
}
