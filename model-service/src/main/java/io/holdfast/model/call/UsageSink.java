package io.holdfast.model.call;

import io.holdfast.contracts.model.UsageRecorded;

/** Takes the record of every call that reached an upstream. Never blocks and never fails. */
public interface UsageSink {
    void record(UsageRecorded usage);
}
