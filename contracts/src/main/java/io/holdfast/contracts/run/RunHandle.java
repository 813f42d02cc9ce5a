package io.holdfast.contracts.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an accepted run.
 *
 * @param runId the lasting id
 * @param taskId the handle by which clients stop the run
 * @param appMode the app's mode by its DSL name, such as {@code advanced-chat}
 * @param workflowId the version of the app that the run keeps to its end
 * @param endUserId the id that belongs to {@code user} in this app
 * @param conversationId null outside chat-like apps
 * @param messageId null for workflow apps
 * @param createdAt when the run was accepted
 */
public record RunHandle(
        UUID runId,
        UUID taskId,
        UUID tenantId,
        UUID appId,
        String appMode,
        UUID workflowId,
        String user,
        UUID endUserId,
        @Nullable UUID conversationId,
        @Nullable UUID messageId,
        Instant createdAt) {}
