package io.holdfast.model;

import io.holdfast.testing.model.MockOpenAi;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The upstream of every model. */
public final class TracedUpstream implements QuarkusTestResourceLifecycleManager {

    static final MockOpenAi UPSTREAM = MockOpenAi.start();

    @Override
    public Map<String, String> start() {
        return Map.of("holdfast.model.default-url", UPSTREAM.url().toString());
    }

    @Override
    public void stop() {
        UPSTREAM.close();
    }
}
