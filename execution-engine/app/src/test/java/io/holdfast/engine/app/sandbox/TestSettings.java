package io.holdfast.engine.app.sandbox;

import java.time.Duration;
import java.util.Optional;

/** Settings of the tests: the defaults, with a short queue. */
final class TestSettings {
    private TestSettings() {}

    static SandboxSettings with(SandboxSettings.Level level) {
        return of(level, "/usr/bin/python3", 4, Duration.ofSeconds(30), Optional.empty());
    }

    static SandboxSettings of(
            SandboxSettings.Level level,
            String python,
            int concurrency,
            Duration queueTimeout,
            Optional<SandboxSettings.Remote> remote) {
        return new SandboxSettings(
                level,
                python,
                "/usr/bin/node",
                Duration.ofSeconds(15),
                256L << 20,
                32,
                4 << 20,
                16L << 20,
                concurrency,
                queueTimeout,
                1000,
                2,
                remote);
    }
}
