package io.holdfast.platform.telemetry;

import org.jboss.logging.MDC;

/**
 * What all lines of the present work carry. It follows the work along its Vert.x context, and a
 * virtual thread has its own.
 */
public final class LogContext {

    private LogContext() {}

    /**
     * The lines from here on are about this run of this tenant; close it when they no longer are.
     */
    public static Scope run(String tenantId, String runId) {
        MDC.put(LogKeys.TENANT_ID, tenantId);
        MDC.put(LogKeys.RUN_ID, runId);
        return new Scope();
    }

    /** Ends what was begun. */
    public static final class Scope implements AutoCloseable {

        private Scope() {}

        @Override
        public void close() {
            MDC.remove(LogKeys.TENANT_ID);
            MDC.remove(LogKeys.RUN_ID);
        }
    }
}
