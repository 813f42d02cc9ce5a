package io.holdfast.scheduler.job;

import io.holdfast.testing.model.MockOpenAi;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The services that a job calls, played. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static @Nullable MockOpenAi models;
    private static @Nullable FakeKnowledge knowledge;

    static MockOpenAi models() {
        return Objects.requireNonNull(models, "not started");
    }

    static FakeKnowledge knowledge() {
        return Objects.requireNonNull(knowledge, "not started");
    }

    @Override
    public Map<String, String> start() {
        models = MockOpenAi.start();
        knowledge = new FakeKnowledge();
        return Map.of(
                "holdfast.peers.model", models().url().toString().replaceAll("/v1/?$", ""),
                "holdfast.peers.vector", knowledge().url().toString(),
                "holdfast.indexing.batch-segments", "2",
                "holdfast.indexing.first-pause", "50ms",
                "holdfast.indexing.attempts", "3",
                "holdfast.indexing.look-every", "200ms");
    }

    @Override
    public void stop() {
        models().close();
        knowledge().close();
    }
}
