package io.holdfast.gateway.generation;

import io.holdfast.gateway.http.DifyException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a published version in a request (http-api.md 1.6, bad_request). */
public final class WorkflowIds {

    private WorkflowIds() {}

    /** Null for an empty text: the newest version. */
    public static @Nullable UUID versionOrNull(String text) {
        return text.isBlank() ? null : version(text);
    }

    /**
     * The id.
     *
     * @throws DifyException when it is no UUID
     */
    public static UUID version(String text) {
        if (text.equals("draft")) {
            throw DifyException.badRequest(
                    "Cannot use draft workflow version. Workflow ID: draft. Please use a published"
                            + " workflow version or leave workflow_id empty.");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw DifyException.badRequest("Invalid workflow_id format: '" + text + "'. ");
        }
    }
}
