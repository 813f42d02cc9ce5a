package io.holdfast.model.usagelog;

import io.holdfast.contracts.model.UsageRecorded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts calls, tokens and times for whoever watches. */
@Singleton
public class MeteredUsage {

    private static final double NANOS = 1e9;

    private final MeterRegistry meters;

    public MeteredUsage(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one call. */
    public void record(UsageRecorded usage) {
        var report = usage.report();
        var took = report.usage();
        var upstream = report.servedBy();
        Timer.builder("holdfast.model.calls")
                .tags("upstream", upstream, "outcome", usage.outcome())
                .register(meters)
                .record(seconds(took.latency()));
        var first = took.timeToFirstToken();
        if (first != null) {
            Timer.builder("holdfast.model.first.token")
                    .tags("upstream", upstream)
                    .register(meters)
                    .record(seconds(first));
        }
        meters.counter("holdfast.model.tokens", "upstream", upstream, "kind", "prompt")
                .increment((double) took.promptTokens());
        meters.counter("holdfast.model.tokens", "upstream", upstream, "kind", "completion")
                .increment((double) took.completionTokens());
    }

    private static Duration seconds(double time) {
        return Duration.ofNanos((long) (time * NANOS));
    }
}
