package io.holdfast.contracts.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the followers of a run see, in order. Every event is durable before it is shown, so a stream
 * can always be picked up after any of them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = RunEvent.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.StepStarted.class, name = "step-started"),
    @JsonSubTypes.Type(value = RunEvent.StepFinished.class, name = "step-finished"),
    @JsonSubTypes.Type(value = RunEvent.StepRetried.class, name = "step-retried"),
    @JsonSubTypes.Type(value = RunEvent.StepLog.class, name = "step-log"),
    @JsonSubTypes.Type(value = RunEvent.Thought.class, name = "thought"),
    @JsonSubTypes.Type(value = RunEvent.MessageFile.class, name = "message-file"),
    @JsonSubTypes.Type(value = RunEvent.RoundsStarted.class, name = "rounds-started"),
    @JsonSubTypes.Type(value = RunEvent.RoundStarted.class, name = "round-started"),
    @JsonSubTypes.Type(value = RunEvent.RoundsFinished.class, name = "rounds-finished"),
    @JsonSubTypes.Type(value = RunEvent.Text.class, name = "text"),
    @JsonSubTypes.Type(value = RunEvent.TextReplaced.class, name = "text-replaced"),
    @JsonSubTypes.Type(value = RunEvent.FormFilled.class, name = "form-filled"),
    @JsonSubTypes.Type(value = RunEvent.FormExpired.class, name = "form-expired"),
    @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished")
})
public sealed interface RunEvent {

    /** The run is durable and has an id. */
    record Accepted(RunHandle run) implements RunEvent {}

    /**
     * The run began to execute.
     *
     * @param inputs user inputs and system variables, the latter prefixed {@code sys.}
     * @param reason {@code initial} or {@code resumption}
     */
    record Started(Map<String, @Nullable Object> inputs, String reason, Instant at)
            implements RunEvent {}

    /**
     * A node began, first attempt only.
     *
     * @param executionId the id of this execution, the same in its other events
     * @param agentStrategy how an agent works; null for all other nodes
     */
    record StepStarted(
            String executionId,
            String nodeId,
            String nodeType,
            String title,
            @Nullable String iterationId,
            @Nullable String loopId,
            @Nullable String agentStrategy,
            Instant at)
            implements RunEvent {}

    /**
     * A node ended.
     *
     * @param status {@code succeeded}, {@code failed}, {@code exception} or, in {@link
     *     StepRetried}, {@code retry}
     * @param elapsedSeconds of the attempt that ended
     * @param files file maps found in the outputs
     */
    record StepFinished(
            String executionId,
            String nodeId,
            String nodeType,
            String title,
            String status,
            @Nullable Map<String, @Nullable Object> inputs,
            @Nullable Map<String, @Nullable Object> processData,
            @Nullable Map<String, @Nullable Object> outputs,
            @Nullable String error,
            double elapsedSeconds,
            @Nullable Map<String, @Nullable Object> executionMetadata,
            Instant startedAt,
            Instant finishedAt,
            List<Map<String, @Nullable Object>> files,
            @Nullable String iterationId,
            @Nullable String loopId)
            implements RunEvent {}

    /**
     * An attempt failed and another will be made.
     *
     * @param retryIndex from 1
     */
    record StepRetried(StepFinished attempt, int retryIndex) implements RunEvent {}

    /**
     * A node that works tells of an entry in its log (http-api.md 2.10, {@code agent_log}).
     *
     * @param id the same each time that the entry is told
     * @param status {@code start}, {@code success} or {@code error}
     */
    record StepLog(
            String executionId,
            String nodeId,
            String id,
            String label,
            @Nullable String parentId,
            @Nullable String error,
            String status,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> metadata,
            Instant at)
            implements RunEvent {}

    /**
     * An assistant tells what it thinks and does (http-api.md 2.9, {@code agent_thought}).
     *
     * @param id the same each time that the thought is told
     * @param position from 1
     * @param toolInput JSON text by tool; empty without tools
     * @param observation JSON text by tool; empty before there is any
     */
    record Thought(
            String id,
            int position,
            String thought,
            List<String> tools,
            Map<String, String> labels,
            String toolInput,
            String observation,
            Instant at)
            implements RunEvent {}

    /**
     * A tool of an assistant made a file (http-api.md 2.9, {@code message_file}).
     *
     * @param type one of dsl.md 2.5
     */
    record MessageFile(String id, String type, String url) implements RunEvent {}

    /**
     * A node that holds others: an iteration or a loop. It has these events in the place of those
     * of a step.
     *
     * @param type {@code iteration} or {@code loop}
     */
    record Container(String nodeId, String type, String title) {}

    /**
     * A container begins with its rounds.
     *
     * @param length how many rounds there will be, at most
     */
    record RoundsStarted(
            Container container, Map<String, @Nullable Object> inputs, int length, Instant at)
            implements RunEvent {}

    /**
     * The next round of a container.
     *
     * @param index from 0 for an iteration's item that begins, from 1 for a loop's round after the
     *     one that ended
     */
    record RoundStarted(Container container, int index, Instant at) implements RunEvent {}

    /**
     * A container ended.
     *
     * @param status {@code succeeded} or {@code failed}
     * @param steps items of an iteration, the configured number of rounds of a loop
     */
    record RoundsFinished(
            Container container,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> outputs,
            String status,
            double elapsedSeconds,
            long totalTokens,
            Map<String, @Nullable Object> executionMetadata,
            int steps,
            Instant startedAt,
            Instant finishedAt)
            implements RunEvent {}

    /**
     * A piece of the answer, to be appended.
     *
     * @param selector where the text comes from, such as {@code [node, text]}; empty when no node
     *     has said it
     */
    record Text(String text, List<String> selector) implements RunEvent {}

    /**
     * A question and its answer that were written beforehand (dsl.md 5.5).
     *
     * @param id of the annotation
     */
    record Annotation(UUID id, UUID accountId, String accountName) {}

    /** All text so far is void; this is the answer up to here. */
    record TextReplaced(String text, String reason) implements RunEvent {}

    /**
     * A form that a person must fill (dsl.md 3.19).
     *
     * @param step the step that waits for it, by its name within the run
     * @param content markdown; the places of the fields are still open
     * @param inputs the fields as the app's file describes them
     * @param actions the buttons
     * @param defaults what fields show at first, as text
     * @param token by which clients find the form
     */
    record Form(
            String formId,
            String token,
            String step,
            String nodeId,
            String nodeTitle,
            String content,
            List<Map<String, @Nullable Object>> inputs,
            List<Map<String, @Nullable Object>> actions,
            Map<String, @Nullable Object> defaults,
            boolean inWebApp,
            Instant expiresAt) {}

    /** A form was filled, and its node goes on. */
    record FormFilled(
            String nodeId,
            String nodeTitle,
            String renderedContent,
            String actionId,
            String actionText,
            Map<String, @Nullable Object> submittedData,
            Instant at)
            implements RunEvent {}

    /** Nobody filled a form in time, and its node goes on without. */
    record FormExpired(String nodeId, String nodeTitle, Instant expiredAt, Instant at)
            implements RunEvent {}

    /**
     * The run waits for its forms and for nothing else. Streams end here; when the run goes on,
     * {@link Started} follows once more.
     *
     * @param forms those that are open, never empty
     * @param answer all text that was streamed so far
     * @param usage summed model usage so far; empty without model calls
     * @param retrieverResources citations so far
     */
    record Paused(
            List<Form> forms,
            double elapsedSeconds,
            long totalTokens,
            int totalSteps,
            Instant startedAt,
            Instant at,
            String answer,
            Map<String, @Nullable Object> usage,
            List<Map<String, @Nullable Object>> retrieverResources)
            implements RunEvent {

        /** The nodes that wait. */
        @JsonIgnore
        public List<String> nodes() {
            return forms.stream().map(Form::nodeId).distinct().toList();
        }
    }

    /**
     * The run ended; nothing follows.
     *
     * @param answer all text that was streamed
     * @param usage summed model usage as http-api.md 2.4 names its fields; empty without model
     *     calls
     * @param retrieverResources citations, best first
     * @param thoughts what an assistant thought, each as it was told last
     * @param errorType the class-like name of the failing node's error; null without one
     * @param totalSteps 0 when the run was answered, or failed, before its graph began
     * @param annotation where the answer was written beforehand; null when it was not
     */
    record Finished(
            RunStatus status,
            Map<String, @Nullable Object> outputs,
            @Nullable String error,
            @Nullable String errorType,
            double elapsedSeconds,
            long totalTokens,
            int totalSteps,
            int exceptionsCount,
            Instant startedAt,
            Instant finishedAt,
            List<Map<String, @Nullable Object>> files,
            String answer,
            Map<String, @Nullable Object> usage,
            List<Map<String, @Nullable Object>> retrieverResources,
            List<Thought> thoughts,
            @Nullable Annotation annotation)
            implements RunEvent {

        /** The type of the error of a run that was stopped for what it said. */
        public static final String MODERATED = "OutputModeration";

        /** Whether the run ended before its graph began. */
        @JsonIgnore
        public boolean isEarly() {
            return totalSteps == 0;
        }

        @Override
        @SuppressWarnings("ConstantValue") // an engine of an older release tells none
        public List<Thought> thoughts() {
            return thoughts == null ? List.of() : thoughts;
        }
    }

    /** An event of a newer release; readers skip it. */
    record Unknown() implements RunEvent {}
}
