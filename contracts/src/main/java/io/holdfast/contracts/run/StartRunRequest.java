package io.holdfast.contracts.run;

import io.holdfast.contracts.file.UploadedFile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks an engine to accept a run: {@code POST /internal/v1/runs}. The answer is a stream of {@link
 * RunEventEnvelope}, the first of which carries {@link RunEvent.Accepted}.
 *
 * @param runId the id that the run shall have, a UUIDv7; who got no answer asks again with the same
 *     one, at any engine, and gets the same run; null lets the engine choose
 * @param tenantId the workspace that owns the app
 * @param appId the app to run
 * @param workflowId a published version of the app; null means the newest
 * @param user the caller's own name for its end user (http-api.md 1.3), never empty
 * @param inputs raw form values as the client sent them; the engine validates them
 * @param query the user's message; null for workflow apps
 * @param files top-level file references, raw
 * @param conversationId the conversation to continue; null or unknown starts a new one
 * @param autoGenerateName whether a new conversation gets a generated name
 * @param trigger the trigger that asks, whose values the inputs are; null when a client does
 * @param uploads those uploaded files of the user that inputs and files name
 */
public record StartRunRequest(
        @Nullable UUID runId,
        UUID tenantId,
        UUID appId,
        @Nullable UUID workflowId,
        String user,
        Map<String, @Nullable Object> inputs,
        @Nullable String query,
        List<Map<String, @Nullable Object>> files,
        @Nullable UUID conversationId,
        boolean autoGenerateName,
        List<UploadedFile> uploads,
        @Nullable String trigger) {

    public StartRunRequest {
        uploads = uploads == null ? List.of() : List.copyOf(uploads);
        inputs = inputs == null ? Map.of() : inputs;
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** The same request with what is known of its files. */
    public StartRunRequest withUploads(List<UploadedFile> found) {
        return new StartRunRequest(
                runId,
                tenantId,
                appId,
                workflowId,
                user,
                inputs,
                query,
                files,
                conversationId,
                autoGenerateName,
                found,
                trigger);
    }
}
