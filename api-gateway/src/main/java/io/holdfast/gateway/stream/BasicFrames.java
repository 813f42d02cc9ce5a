package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat, agent and completion apps: the message, and what an agent thinks (http-api.md 2.11). */
final class BasicFrames extends RunFrames {

    private final boolean ofConversation;
    private final String textEvent;

    private BasicFrames(boolean ofConversation, String textEvent) {
        this.ofConversation = ofConversation;
        this.textEvent = textEvent;
    }

    static BasicFrames completion() {
        return new BasicFrames(false, "message");
    }

    static BasicFrames chat() {
        return new BasicFrames(true, "message");
    }

    static BasicFrames agent() {
        return new BasicFrames(true, "agent_message");
    }

    @Override
    List<Map<String, @Nullable Object>> bodies(RunHandle run, RunEvent event) {
        return switch (event) {
            case RunEvent.Text e ->
                    e.selector().isEmpty()
                            ? letters(run, e)
                            : List.of(text(run, textEvent, e.text()));
            case RunEvent.Thought e -> List.of(MessageEvents.thought(run, e));
            case RunEvent.MessageFile e -> List.of(MessageEvents.file(run, e));
            case RunEvent.TextReplaced e ->
                    List.of(MessageEvents.replace(run, ofConversation, e.text(), ""));
            case RunEvent.Finished e -> List.of(finished(run, e));
            case RunEvent.Accepted e -> List.of();
            case RunEvent.Started e -> List.of();
            case RunEvent.StepStarted e -> List.of();
            case RunEvent.StepFinished e -> List.of();
            case RunEvent.StepRetried e -> List.of();
            case RunEvent.StepLog e -> List.of();
            case RunEvent.RoundsStarted e -> List.of();
            case RunEvent.RoundStarted e -> List.of();
            case RunEvent.RoundsFinished e -> List.of();
            case RunEvent.FormFilled e -> List.of();
            case RunEvent.FormExpired e -> List.of();
            case RunEvent.Paused e -> List.of();
            case RunEvent.Unknown e -> List.of();
        };
    }

    @Override
    Map<String, @Nullable Object> error(RunHandle run, Failure failure) {
        return MessageEvents.error(run, ofConversation, failure);
    }

    /** An answer that no model gave comes letter by letter, also of agents (http-api.md 2.11). */
    private List<Map<String, @Nullable Object>> letters(RunHandle run, RunEvent.Text event) {
        return event.text()
                .codePoints()
                .mapToObj(letter -> text(run, "message", Character.toString(letter)))
                .toList();
    }

    private Map<String, @Nullable Object> text(RunHandle run, String name, String text) {
        return MessageEvents.event(name, run, ofConversation)
                .put("id", run.messageId())
                .put("answer", text)
                .put("from_variable_selector", null)
                .map();
    }

    private Map<String, @Nullable Object> finished(RunHandle run, RunEvent.Finished event) {
        return event.status() == RunStatus.FAILED
                ? error(run, Failure.ofModel(event))
                : MessageEvents.end(
                        run, ofConversation, event, event.files().isEmpty() ? null : event.files());
    }
}
