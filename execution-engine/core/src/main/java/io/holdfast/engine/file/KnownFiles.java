package io.holdfast.engine.file;

import io.holdfast.contracts.file.UploadedFile;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of the files that a request names.
 *
 * @param uploads those of its user, by id
 * @param remote by URL; one that is missing could not be asked
 */
public record KnownFiles(Map<UUID, UploadedFile> uploads, Map<String, RemoteFile> remote) {

    public KnownFiles {
        uploads = Map.copyOf(uploads);
        remote = Map.copyOf(remote);
    }
}
