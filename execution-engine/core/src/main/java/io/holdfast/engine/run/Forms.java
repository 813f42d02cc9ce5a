package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The forms that a run waits for (dsl.md 4.11). */
final class Forms {

    private static final int TOKEN_LENGTH = 32;

    private final Frames frames;
    private final Containers containers;
    private final Showing showing;

    Forms(Frames frames, Containers containers, Showing showing) {
        this.frames = frames;
        this.containers = containers;
        this.showing = showing;
    }

    /** Steps whose form is open, in the order of the graph. */
    List<Step> open() {
        return frames.in(StepState.AwaitingInput.class);
    }

    /** Whether a run that waits for forms has nothing else to do. */
    boolean isAllElseDone() {
        return frames.isHolding()
                && frames.in(StepState.AwaitingRetry.class).isEmpty()
                && frames.in(StepState.Working.class).stream()
                        .allMatch(step -> containers.find(step).isPresent()); // their rounds wait
    }

    void await(Step step, JournalEvent.Awaited fact, StepViews views) {
        switch (step.state()) {
            case StepState.Working working ->
                    step.become(working.await(fact.form(), fact.expiresAt()));
            case StepState.AwaitingInput awaiting -> {
                tell(step, awaiting, views, fact.at());
                step.become(awaiting.working().await(fact.form(), fact.expiresAt()));
            }
            default -> throw new IllegalStateException("a form that nobody asked for");
        }
        frames.hold();
    }

    /** A node whose run went on begins once more in the eyes of its followers (dsl.md 4.11). */
    void tell(Step step, StepState.AwaitingInput awaiting, StepViews views, Instant at) {
        if (!awaiting.told()) {
            showing.show(step.frame(), views.started(step, at));
        }
    }

    /** The run goes on. */
    void release() {
        frames.release();
        open().forEach(step -> {
            if (step.state() instanceof StepState.AwaitingInput awaiting) {
                step.become(awaiting.untold());
            }
        });
    }

    /** The open forms as their readers see them. */
    List<RunEvent.Form> views(RunStart start) {
        return open().stream().map(step -> view(start, step)).toList();
    }

    private static RunEvent.Form view(RunStart start, Step step) {
        if (!(step.state() instanceof StepState.AwaitingInput awaiting)) {
            throw new IllegalStateException("the step waits for no form");
        }
        NodeForm form = awaiting.form();
        return new RunEvent.Form(
                new StepViews(start.runId()).formId(step),
                token(start, step),
                step.path(),
                step.node().id(),
                step.node().title(),
                form.content(),
                form.inputs(),
                form.actions(),
                form.defaults(),
                form.inWebApp(),
                awaiting.expiresAt());
    }

    /**
     * The same on every engine, and not to be guessed: the id of a run is shown in many places,
     * that of its task only to who started it.
     */
    private static String token(RunStart start, Step step) {
        String name = "form/" + start.taskId() + "/" + start.runId() + "/" + step.path();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TOKEN_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
