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

    /** Somebody else than the graph has answered before it began. */
    public static List<RunEvent> answeredEarly(RunEvent.@Nullable Annotation annotation) {
        return List.of(
                new RunEvent.Text("Nö.", List.of()),
                early(RunStatus.SUCCEEDED, null, null, "Nö.", annotation));
    }

    /** Who had to be asked before the graph begins was out of reach. */
    public static List<RunEvent> failedEarly() {
        return List.of(early(RunStatus.FAILED, "out of reach", "ValueError", "", null));
    }

    /** What was said is taken back while a node still works. */
    public static List<RunEvent> moderated() {
        RunEvent.Finished end =
                (RunEvent.Finished)
                        finished(
                                RunStatus.STOPPED,
                                "Stopped by output moderation.",
                                RunEvent.Finished.MODERATED);
        return List.of(
                started(),
                stepStarted(),
                text("Grüße, "),
                new RunEvent.TextReplaced("Nö.", "output_moderation"),
                end);
    }

    private static RunEvent early(
            RunStatus status,
            @Nullable String error,
            @Nullable String type,
            String answer,
            RunEvent.@Nullable Annotation annotation) {
        return new RunEvent.Finished(
                status,
                Map.of(),
                error,
                type,
                0.1,
                0,
                0,
                0,
                AT,
                AT.plusSeconds(1),
                List.of(),
                answer,
                Map.of(),
                List.of(),
                List.of(),
                annotation);
    }

    /** A person is asked after the first piece; what comes later is not this stream's. */
    public static List<RunEvent> paused() {
        RunEvent.Form form =
                new RunEvent.Form(
                        "01990000-0000-7000-8000-000000000010",
                        "0123456789abcdef0123456789abcdef",
                        "hi",
                        "hi",
                        "Review",
                        "Fine?",
                        List.of(Map.of("type", "paragraph", "output_variable_name", "why")),
                        List.of(Map.of("id", "yes", "title", "Yes", "button_style", "primary")),
                        Map.of("why", "it is"),
                        true,
                        AT.plusSeconds(3600));
        return List.of(
                started(),
                text("Grüße, "),
                new RunEvent.Paused(
                        List.of(form), 1.5, 7, 2, AT, AT, "Grüße, ", Map.of(), List.of()),
                new RunEvent.Started(Map.of(), "resumption", AT),
                new RunEvent.FormFilled("hi", "Review", "Fine?", "yes", "Yes", Map.of(), AT),
                finished(RunStatus.SUCCEEDED, null, null));
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
                List.of(),
                null);
    }
}
