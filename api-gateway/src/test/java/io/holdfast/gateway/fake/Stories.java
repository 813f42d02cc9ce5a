package io.holdfast.gateway.fake;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in scripted runs. */
public final class Stories {

    private static final Instant AT = ScriptedRun.STARTED;

    private Stories() {}

    /** Start, one node that writes two pieces of text, end. */
    public static List<RunEvent> twoWords() {
        return List.of(
                started(),
                stepStarted(),
                text("Grüße, "),
                text("Welt"),
                stepFinished(),
                finished(RunStatus.SUCCEEDED, null, null));
    }

    /** A node fails and the run with it. */
    public static List<RunEvent> failure(String error, String type) {
        return List.of(started(), stepStarted(), finished(RunStatus.FAILED, error, type));
    }

    /** Somebody stops it after the first piece. */
    public static List<RunEvent> stopped() {
        return List.of(
                started(), stepStarted(), text("Grüße, "), finished(RunStatus.STOPPED, null, null));
    }

    private static RunEvent started() {
        return new RunEvent.Started(Map.of("name", "Ada"), "initial", AT);
    }

    private static RunEvent stepStarted() {
        return new RunEvent.StepStarted("x1", "llm", "llm", "Speak", null, null, null, AT);
    }

    private static RunEvent text(String text) {
        return new RunEvent.Text(text, List.of("llm", "text"));
    }

    private static RunEvent stepFinished() {
        return new RunEvent.StepFinished(
                "x1",
                "llm",
                "llm",
                "Speak",
                "succeeded",
                Map.of(),
                null,
                Map.of("text", "Grüße, Welt"),
                null,
                0.5,
                Map.of("total_tokens", 7),
                AT,
                AT.plusSeconds(1),
                List.of(),
                null,
                null);
    }

    private static RunEvent finished(
            RunStatus status, @Nullable String error, @Nullable String type) {
        boolean good = status == RunStatus.SUCCEEDED;
        return new RunEvent.Finished(
                status,
                good ? Map.of("greeting", "Grüße, Welt") : Map.of(),
                error,
                type,
                1.25,
                7,
                2,
                0,
                AT,
                AT.plusSeconds(2),
                List.of(),
                good ? "Grüße, Welt" : "Grüße, ",
                good ? Map.of("total_tokens", 7, "total_price", "0.0") : Map.of(),
                List.of(),
                List.of());
    }
}
