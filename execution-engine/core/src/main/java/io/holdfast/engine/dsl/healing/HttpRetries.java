package io.holdfast.engine.dsl.healing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The retries that the studio writes into an http-request when it opens it (dsl.md 1.9.6). */
final class HttpRetries implements HealingStep {

    private static final long RETRIES = 3;
    private static final long INTERVAL_MILLIS = 100;

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData("http-request", data -> data.putIfAbsent("retry_config", retries()));
    }

    private static Map<String, @Nullable Object> retries() {
        Map<String, @Nullable Object> retries = new LinkedHashMap<>();
        retries.put("retry_enabled", true);
        retries.put("max_retries", RETRIES);
        retries.put("retry_interval", INTERVAL_MILLIS);
        return retries;
    }
}
