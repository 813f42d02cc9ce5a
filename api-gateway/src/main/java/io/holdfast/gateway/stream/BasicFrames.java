package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat and completion apps: nothing but the message (http-api.md 2.11). */
final class BasicFrames extends RunFrames {

    private final boolean ofConversation;

    BasicFrames(boolean ofConversation) {
        this.ofConversation = ofConversation;
    }

    @Override
    List<Map<String, @Nullable Object>> bodies(RunHandle run, RunEvent event) {
        return switch (event) {
            case RunEvent.Text e ->
                    List.of(MessageEvents.message(run, ofConversation, e.text(), null));
            case RunEvent.TextReplaced e -> List.of(MessageEvents.replace(run, ofConversation, e));
            case RunEvent.Finished e -> List.of(finished(run, e));
            case RunEvent.Accepted e -> List.of();
            case RunEvent.Started e -> List.of();
            case RunEvent.StepStarted e -> List.of();
            case RunEvent.StepFinished e -> List.of();
            case RunEvent.StepRetried e -> List.of();
            case RunEvent.RoundsStarted e -> List.of();
            case RunEvent.RoundStarted e -> List.of();
            case RunEvent.RoundsFinished e -> List.of();
            case RunEvent.Unknown e -> List.of();
        };
    }

    @Override
    Map<String, @Nullable Object> error(RunHandle run, Failure failure) {
        return MessageEvents.error(run, ofConversation, failure);
    }

    private Map<String, @Nullable Object> finished(RunHandle run, RunEvent.Finished event) {
        return event.status() == RunStatus.FAILED
                ? error(run, Failure.ofModel(event))
                : MessageEvents.end(
                        run, ofConversation, event, event.files().isEmpty() ? null : event.files());
    }
}
