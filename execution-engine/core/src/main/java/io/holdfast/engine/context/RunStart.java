package io.holdfast.engine.context;

import io.holdfast.engine.value.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts with which a run was accepted. They never change.
 *
 * @param appMode the app's mode by its DSL name
 * @param workflowId the version of the app that the run keeps to its end
 * @param user the caller's own name for its end user
 * @param inputs validated form values
 * @param query the user's message; null for workflow apps
 * @param conversationId null outside chat-like apps
 * @param messageId null for workflow apps
 * @param dialogueCount answered turns of the conversation plus one
 * @param environment environment variables by name, secrets in clear
 * @param conversation conversation variables by name, as the run found them
 * @param acceptedAtEpochSecond when the run was accepted
 * @param rootId the trigger that fired; null when the run begins at the graph's first root
 */
public record RunStart(
        UUID runId,
        UUID taskId,
        UUID tenantId,
        UUID appId,
        UUID workflowId,
        String appMode,
        String user,
        UUID endUserId,
        Map<String, @Nullable Object> inputs,
        @Nullable String query,
        List<Map<String, @Nullable Object>> files,
        @Nullable UUID conversationId,
        @Nullable UUID messageId,
        int dialogueCount,
        Map<String, @Nullable Object> environment,
        Map<String, @Nullable Object> conversation,
        long acceptedAtEpochSecond,
        @Nullable String rootId) {

    private static final String WORKFLOW = "workflow";
    private static final String CHATFLOW = "advanced-chat";

    /** The same facts with environment variables, which no journal holds. */
    public RunStart withEnvironment(Map<String, @Nullable Object> variables) {
        return new RunStart(
                runId,
                taskId,
                tenantId,
                appId,
                workflowId,
                appMode,
                user,
                endUserId,
                inputs,
                query,
                files,
                conversationId,
                messageId,
                dialogueCount,
                variables,
                conversation,
                acceptedAtEpochSecond,
                rootId);
    }

    /** The same facts with other values of the user. */
    public RunStart withValues(Map<String, @Nullable Object> values, @Nullable String asked) {
        return new RunStart(
                runId,
                taskId,
                tenantId,
                appId,
                workflowId,
                appMode,
                user,
                endUserId,
                values,
                asked,
                files,
                conversationId,
                messageId,
                dialogueCount,
                environment,
                conversation,
                acceptedAtEpochSecond,
                rootId);
    }

    /** Whether the run walks through a graph that its author has drawn. */
    public boolean isGraph() {
        return !isChatLike() || CHATFLOW.equals(appMode);
    }

    /** Whether the run belongs to a conversation or at least has a message. */
    public boolean isChatLike() {
        return !WORKFLOW.equals(appMode);
    }

    /** The {@code sys} variables, those without a value left out (dsl.md 2.7). */
    public Map<String, @Nullable Object> systemVariables() {
        Map<String, @Nullable Object> system = new LinkedHashMap<>();
        if (isChatLike()) {
            putIfPresent(system, "query", query);
        }
        system.put("files", files);
        if (isChatLike()) {
            putIfPresent(system, "conversation_id", conversationId);
        }
        system.put("user_id", user);
        if (isChatLike()) {
            system.put("dialogue_count", (long) dialogueCount);
        }
        system.put("app_id", appId.toString());
        system.put("workflow_id", workflowId.toString());
        system.put("workflow_run_id", runId.toString());
        if (!isChatLike()) {
            system.put("timestamp", acceptedAtEpochSecond);
        }
        return system;
    }

    /** What clients are shown as the run's inputs (dsl.md 2.7). */
    public Map<String, @Nullable Object> shownInputs() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(inputs);
        systemVariables()
                .forEach((name, value) -> {
                    if (!name.equals("conversation_id")) {
                        shown.put(Selector.SYSTEM + "." + name, value);
                    }
                });
        return shown;
    }

    private static void putIfPresent(
            Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value instanceof UUID id ? id.toString() : value);
        }
    }
}
