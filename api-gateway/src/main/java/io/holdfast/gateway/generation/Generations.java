package io.holdfast.gateway.generation;

import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.engine.RunStreams;
import io.holdfast.gateway.file.UploadedFiles;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.gateway.stream.Failure;
import io.holdfast.gateway.stream.Frame;
import io.holdfast.gateway.stream.RunFrames;
import io.holdfast.gateway.stream.SseEncoder;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Starts a run and answers with it. */
@Singleton
public class Generations {

    private static final Logger LOGGER = Logger.getLogger(Generations.class);

    private final RunStreams runs;
    private final UploadedFiles uploads;
    private final RunSlots slots;
    private final SseEncoder encoder;
    private final Ids ids;

    Generations(
            RunStreams runs, UploadedFiles uploads, RunSlots slots, SseEncoder encoder, Ids ids) {
        this.runs = runs;
        this.uploads = uploads;
        this.slots = slots;
        this.encoder = encoder;
        this.ids = ids;
    }

    /** An id for a run that is about to be started. */
    public UUID newRunId() {
        return ids.next();
    }

    /**
     * Starts a run; fails with Dify's error when it is refused.
     *
     * @param mode the app's mode
     * @param streaming whether the answer is an event stream
     */
    public Uni<Answer> answer(String mode, boolean streaming, StartRunRequest request) {
        Runnable giveBack = slots.take();
        return uploads.addTo(request)
                .chain(runs::start)
                .onFailure()
                .invoke(giveBack)
                .onCancellation()
                .invoke(giveBack)
                .map(events -> events.onTermination().invoke(giveBack))
                .chain(events -> streaming ? stream(mode, events) : whole(mode, events))
                .onFailure(fault -> streaming && isLateRefusal(mode, fault))
                .recoverWithItem(fault -> inStream(Failure.ofInput(fault)))
                .onFailure()
                .transform(fault -> EngineRefusals.toDify(mode, request, fault));
    }

    private Uni<Answer> whole(String mode, Multi<RunEventEnvelope> events) {
        return events.collect()
                .in(RunOutcome::new, RunOutcome::add)
                .map(outcome -> BlockingAnswers.of(mode, outcome));
    }

    private Uni<Answer> stream(String mode, Multi<RunEventEnvelope> events) {
        RunFrames frames = RunFrames.of(mode);
        Multi<String> text =
                events.onItem()
                        .transformToIterable(frames::map)
                        .onFailure()
                        .recoverWithItem(fault -> lost(frames, fault))
                        .map(encoder::encode);
        return Uni.createFrom().item(new Answer.Events(Map.of(), text, isGraph(mode)));
    }

    private static Frame lost(RunFrames frames, Throwable fault) {
        LOGGER.error("A run's stream could not be picked up again", fault);
        return frames.lost();
    }

    /** Refused inputs of graph apps are told in the stream (http-api.md 2.12). */
    private static boolean isLateRefusal(String mode, Throwable fault) {
        return isGraph(mode)
                && fault instanceof RefusedException refused
                && refused.code().equals(EngineRefusals.INVALID_INPUT);
    }

    private Answer inStream(Failure failure) {
        Frame frame = new Frame(null, failure.bare());
        return new Answer.Events(Map.of(), Multi.createFrom().item(encoder.encode(frame)), true);
    }

    private static boolean isGraph(String mode) {
        return mode.equals("workflow") || mode.equals("advanced-chat");
    }
}
