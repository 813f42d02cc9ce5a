package io.holdfast.platform.telemetry;

/** The names of what a log line, a span or a metric says besides its message. */
public final class LogKeys {

    /** The service's name. */
    public static final String SERVICE = "service";

    /** The process's name. */
    public static final String INSTANCE = "instance";

    /** The trace that the line belongs to. */
    public static final String TRACE_ID = "trace_id";

    /** The span that the line belongs to. */
    public static final String SPAN_ID = "span_id";

    /** Whose request it is. */
    public static final String TENANT_ID = "tenant_id";

    /** The run that the line is about. */
    public static final String RUN_ID = "run_id";

    private LogKeys() {}
}
