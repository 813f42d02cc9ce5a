package io.holdfast.local.suite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether and when a process that died is started again.
 *
 * @param deaths number of deaths within the window after which it is given up
 * @param window how long a death is remembered
 * @param firstDelay pause before the first restart; doubled for each further death in the window
 * @param longestDelay upper bound of the pause
 */
public record RestartPolicy(
        int deaths, Duration window, Duration firstDelay, Duration longestDelay) {

    /** Five deaths in a minute; pauses of 0.2 to 5 seconds. */
    public static final RestartPolicy STANDARD =
            new RestartPolicy(
                    5, Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofSeconds(5));

    /** What to do after a death. */
    public sealed interface Decision {

        /** Start it again after the pause. */
        record Restart(Duration after) implements Decision {}

        /** Leave it down: it died too often. */
        record GiveUp(int deaths) implements Decision {}
    }

    /** The deaths of one process under a policy. Not safe for concurrent use. */
    static final class Deaths {

        private final RestartPolicy policy;
        private final Deque<Long> remembered = new ArrayDeque<>();

        Deaths(RestartPolicy policy) {
            this.policy = policy;
        }

        /**
         * Notes a death.
         *
         * @param nanos when, on any clock that only runs forward
         */
        Decision died(long nanos) {
            remembered.removeIf(earlier -> nanos - earlier > policy.window().toNanos());
            remembered.addLast(nanos);
            int count = remembered.size();
            if (count >= policy.deaths()) {
                return new Decision.GiveUp(count);
            }
            long delay = policy.firstDelay().toMillis() << Math.min(count - 1, 20);
            return new Decision.Restart(
                    Duration.ofMillis(Math.min(delay, policy.longestDelay().toMillis())));
        }

        /** Forgets all deaths, as after a restart that somebody asked for. */
        void forget() {
            remembered.clear();
        }
    }
}
