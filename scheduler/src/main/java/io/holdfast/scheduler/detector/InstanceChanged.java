package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.InstanceState;
import io.holdfast.contracts.instance.InstanceView;

/**
 * An instance was lost, or a lost one is back; observe it as a CDI event.
 *
 * @param before its state before
 * @param now what is held of it now
 */
public record InstanceChanged(InstanceState before, InstanceView now) {

    /** Whether it was lost just now. */
    public boolean isLoss() {
        return now.state() == InstanceState.LOST;
    }
}
