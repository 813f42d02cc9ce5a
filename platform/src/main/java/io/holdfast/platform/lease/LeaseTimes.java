package io.holdfast.platform.lease;

import java.time.Duration;

/**
 * The durations of a lease.
 *
 * @param timeToLive how long a lease holds without renewal
 * @param answerWithin how long the store may take to answer
 */
record LeaseTimes(Duration timeToLive, Duration answerWithin) {

    static LeaseTimes of(LeaseConfig config) {
        return new LeaseTimes(config.timeToLive(), config.renewEvery());
    }
}
