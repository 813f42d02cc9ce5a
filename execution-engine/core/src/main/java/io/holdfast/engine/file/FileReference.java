package io.holdfast.engine.file;

import io.holdfast.engine.dsl.Trees;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as a caller names it (http-api.md 2.2).
 *
 * @param type what the caller says that it is; empty to find out
 * @param method {@code transfer_method}; may be empty
 * @param url of a remote file; may be empty
 * @param uploadId of an uploaded file; may be empty
 */
public record FileReference(Optional<String> type, String method, String url, String uploadId) {

    public static final String REMOTE = "remote_url";
    public static final String LOCAL = "local_file";
    public static final String TOOL = "tool_file";

    /** Reads a mapping of a request. */
    public static FileReference of(Map<String, @Nullable Object> mapping) {
        String url = Trees.text(mapping, "url");
        return new FileReference(
                Optional.of(Trees.text(mapping, "type")).filter(type -> !type.isEmpty()),
                Trees.text(mapping, "transfer_method"),
                url.isEmpty() ? Trees.text(mapping, REMOTE) : url,
                Trees.text(mapping, "upload_file_id"));
    }

    /** Whether it is at another place of the web. */
    public boolean isRemote() {
        return method.equals(REMOTE);
    }

    /** Whether it was uploaded before. */
    boolean isLocal() {
        return method.equals(LOCAL);
    }
}
