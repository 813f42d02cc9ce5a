package io.holdfast.platform.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** The present trace as W3C Trace Context writes it (version 00, section 3.2). */
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
}
