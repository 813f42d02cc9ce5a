package io.holdfast.vector;

import io.holdfast.testing.model.MockOpenAi;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model upstream in place of model-service, and a directory for indexes. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static @Nullable MockOpenAi models;

    static MockOpenAi models() {
        return Objects.requireNonNull(models, "not started");
    }

    @Override
    public Map<String, String> start() {
        MockOpenAi started = MockOpenAi.start();
        models = started;
        try {
            return Map.of(
                    "holdfast.peers.model",
                    started.url().toString().replaceAll("/v1/?$", ""),
                    "holdfast.knowledge.data-dir",
                    Files.createTempDirectory("holdfast-indexes").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (models != null) {
            models.close();
        }
    }
}
