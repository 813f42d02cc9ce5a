package io.holdfast.engine.app.mcp;

import io.holdfast.engine.agent.Observation;
import java.util.List;

/**
 * What a tool of a server gave.
 *
 * @param said its words; files are named in them
 * @param files that it made
 */
public record McpReply(Observation said, List<Blob> files) {

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Blob(byte[] content, String mimeType, String name) {}
}
