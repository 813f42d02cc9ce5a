package io.holdfast.contracts.file;

import java.util.UUID;

/**
 * A file that a caller has sent (http-api.md 3.5).
 *
 * @param name with its extension
 * @param extension without the dot, lower case; may be empty
 * @param mimeType as the caller's client stated it
 * @param size in bytes
 * @param url where it can be read without a key until the end of the run that it goes into
 */
public record UploadedFile(
        UUID id, String name, String extension, String mimeType, long size, String url) {}
