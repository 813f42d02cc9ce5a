package io.holdfast.gateway.http;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file that came in with a form.
 *
 * @param name as the client stated it
 * @param mimeType as the client stated it
 * @param content in a fresh place; whoever takes the upload moves or deletes it
 * @param size in bytes
 * @param fields the form's other fields
 */
public record Upload(
        String name, String mimeType, Path content, long size, Map<String, String> fields) {}
