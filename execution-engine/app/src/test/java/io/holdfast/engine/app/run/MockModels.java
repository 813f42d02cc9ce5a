package io.holdfast.engine.app.run;

import io.holdfast.testing.model.MockOpenAi;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands in for model-service. */
public final class MockModels implements QuarkusTestResourceLifecycleManager {

    public static final MockOpenAi MODELS = MockOpenAi.start();

    @Override
    public Map<String, String> start() {
        return Map.of("holdfast.peers.model", MODELS.url().resolve("/").toString());
    }

    @Override
    public void stop() {
        MODELS.close();
    }
}
