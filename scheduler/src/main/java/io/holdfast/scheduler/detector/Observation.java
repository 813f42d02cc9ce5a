package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.Healthz;
import io.holdfast.contracts.instance.InstanceState;
import io.holdfast.contracts.instance.InstanceView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one instance so far.
 *
 * @param answer its last answer, if any
 * @param missed unanswered probes in a row
 * @param since when it came into this state
 * @param lastAnswer when it last answered
 */
record Observation(
        Target target,
        InstanceState state,
        @Nullable Healthz answer,
        int missed,
        Instant since,
        @Nullable Instant lastAnswer) {

    static Observation none(Target target, Instant now) {
        return new Observation(target, InstanceState.UNKNOWN, null, 0, now, null);
    }

    /** A probe was answered. */
    Observation answered(Healthz by, Instant now) {
        return new Observation(
                target, InstanceState.UP, by, 0, sinceAs(InstanceState.UP, now), now);
    }

    /** A probe went unanswered. */
    Observation missed(int enough, Instant now) {
        int inARow = missed + 1;
        InstanceState next = inARow >= enough ? InstanceState.LOST : InstanceState.SUSPECT;
        return new Observation(target, next, answer, inARow, sinceAs(next, now), lastAnswer);
    }

    /** How people know the instance: by the name that it gave, else by its address. */
    String id() {
        Healthz by = answer;
        return by == null ? target.service().id() + '@' + target.url() : by.instance();
    }

    InstanceView view() {
        Healthz by = answer;
        return new InstanceView(
                target.service().id(),
                target.url().toString(),
                by == null ? null : by.instance(),
                by == null ? null : by.version(),
                state,
                missed,
                since,
                lastAnswer);
    }

    private Instant sinceAs(InstanceState next, Instant now) {
        return next == state ? since : now;
    }
}
