package io.holdfast.platform.telemetry;

import io.holdfast.platform.instance.InstanceIdentity;
import io.holdfast.platform.shutdown.Phases;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jspecify.annotations.Nullable;

/** Gives JSON logs, where they are switched on, the suite's field names. */
@Singleton
public class JsonLogs {

    private final InstanceIdentity me;

    JsonLogs(InstanceIdentity me) {
        this.me = me;
    }

    void start(@Observes @Priority(Phases.LOGS) StartupEvent event) {
        @Nullable Logger root = LogManager.getLogManager().getLogger("");
        if (root != null) {
            rename(root.getHandlers());
        }
    }

    private void rename(Handler[] handlers) {
        for (Handler handler : handlers) {
            if (handler.getFormatter() instanceof JsonFormatter
                    && !(handler.getFormatter() instanceof SuiteJsonFormatter)) {
                handler.setFormatter(new SuiteJsonFormatter(me));
            }
            if (handler instanceof ExtHandler outer) {
                rename(outer.getHandlers());
            }
        }
    }
}
