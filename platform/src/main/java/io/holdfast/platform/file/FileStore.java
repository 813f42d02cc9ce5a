package io.holdfast.platform.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps the contents of files for all services and replicas. What it keeps never changes. Blocking:
 * for worker and virtual threads.
 */
public interface FileStore {

    /** The name under which an uploaded file is kept. */
    static String upload(UUID tenantId, UUID fileId) {
        return "uploads/" + tenantId + "/" + fileId;
    }

    /** The name under which a file that a tool made is kept. */
    static String tool(UUID tenantId, UUID fileId) {
        return "tools/" + tenantId + "/" + fileId;
    }

    /** A fresh place on this machine for a content that comes in piece by piece. */
    Path incoming() throws IOException;

    /**
     * Keeps what came in.
     *
     * @param incoming from {@link #incoming}; gone afterwards
     */
    void keep(Path incoming, String name) throws IOException;

    /**
     * Where the content can be read on this machine for now.
     *
     * @throws java.nio.file.NoSuchFileException when nothing is kept under the name
     */
    Path fetch(String name) throws IOException;
}
