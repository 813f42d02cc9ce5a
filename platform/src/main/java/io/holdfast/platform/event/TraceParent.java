package io.holdfast.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace of work as W3C Trace Context writes it (version 00, section 3.2): as text it can be
 * kept with what is done later, by another thread or another process.
 */
public final class TraceParent {

    /** The name of its header, over HTTP and on Kafka. */
    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /** The present span; null where nothing is traced. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid()) {
            return null;
        }
        return "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags();
    }

    /**
     * The context in which kept work goes on.
     *
     * @param traceparent what {@link #current} gave; with null, or with what is none, the context
     *     is the root and what is traced in it begins a trace of its own
     */
    public static Context context(@Nullable String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, Only.INSTANCE);
    }

    /** A carrier that holds nothing but the one header. */
    private enum Only implements TextMapGetter<@Nullable String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(@Nullable String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return HEADER.equals(key) ? traceparent : null;
        }
    }
}
