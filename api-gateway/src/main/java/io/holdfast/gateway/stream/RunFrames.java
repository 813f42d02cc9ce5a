package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's events as the frames of its app's mode. One instance serves one run. */
public abstract sealed class RunFrames permits WorkflowFrames, ChatflowFrames, BasicFrames {

    private @Nullable RunHandle run;

    RunFrames() {}

    /** The frames for an app of that mode. */
    public static RunFrames of(String mode) {
        return switch (mode) {
            case "workflow" -> new WorkflowFrames();
            case "advanced-chat" -> new ChatflowFrames();
            case "agent-chat" -> BasicFrames.agent();
            case "completion" -> BasicFrames.completion();
            default -> BasicFrames.chat();
        };
    }

    /** What one event shows; often nothing, for chatflows' end two frames. */
    public final List<Frame> map(RunEventEnvelope envelope) {
        if (envelope.event() instanceof RunEvent.Accepted accepted) {
            run = accepted.run();
            return List.of();
        }
        return bodies(run(), envelope.event()).stream()
                .map(body -> new Frame(envelope.seq(), body))
                .toList();
    }

    /** The last frame when the run cannot be followed any more. */
    public final Frame lost() {
        RunHandle known = run;
        Failure failure = Failure.internal();
        return new Frame(null, known == null ? failure.bare() : error(known, failure));
    }

    abstract List<Map<String, @Nullable Object>> bodies(RunHandle run, RunEvent event);

    abstract Map<String, @Nullable Object> error(RunHandle run, Failure failure);

    private RunHandle run() {
        RunHandle known = run;
        if (known == null) {
            throw new IllegalStateException("A run's first event is that it was accepted");
        }
        return known;
    }
}
