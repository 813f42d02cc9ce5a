package io.holdfast.engine.app.sandbox;

import static io.holdfast.engine.app.sandbox.CodeLanguage.JAVASCRIPT;
import static io.holdfast.engine.app.sandbox.CodeLanguage.PYTHON3;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A sandbox of one confinement, real processes and all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxFixture {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(700);

    final LocalCodeSandbox sandbox;
    private final SandboxSettings settings;

    SandboxFixture(SandboxSettings.Level level) {
        settings = TestSettings.with(level);
        sandbox = new LocalCodeSandbox(settings);
    }

    @BeforeAll
    void aSandboxCanBeHadHere() {
        assumeTrue(
                sandbox.level().name().equals(settings.level().name()),
                "SKIPPED: this machine has no " + settings.level());
    }

    @AfterAll
    void closeSandbox() {
        sandbox.close();
    }

    CodeOutcome python(String code) {
        return sandbox.run(new CodeTask(PYTHON3, code, Map.of(), LIMIT));
    }

    CodeOutcome javascript(String code) {
        return sandbox.run(new CodeTask(JAVASCRIPT, code, Map.of(), LIMIT));
    }
}
