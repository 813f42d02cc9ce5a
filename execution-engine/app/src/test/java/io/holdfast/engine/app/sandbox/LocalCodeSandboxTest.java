package io.holdfast.engine.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.engine.app.sandbox.CodeOutcome.Returned;
import io.holdfast.engine.app.sandbox.CodeOutcome.TimedOut;
import io.holdfast.engine.app.sandbox.CodeOutcome.Unavailable;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LocalCodeSandboxTest {
    private static final CodeTask SLEEP =
            new CodeTask(
                    CodeLanguage.PYTHON3,
                    "import time\ndef main(): time.sleep(60)",
                    Map.of(),
                    Duration.ofSeconds(3));

    @Test
    void aMissingInterpreterIsNamed() {
        SandboxSettings settings =
                TestSettings.of(
                        SandboxSettings.Level.AUTO,
                        "/usr/bin/no-such-python",
                        1,
                        Duration.ofSeconds(1),
                        Optional.empty());
        try (LocalCodeSandbox sandbox = new LocalCodeSandbox(settings)) {
            assertThat(sandbox.run(SLEEP))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            it -> assertThat(it.reason()).contains("/usr/bin/no-such-python"));
        }
    }

    @Test
    void aFullSandboxSaysSoAfterItsQueueTime() {
        SandboxSettings settings =
                TestSettings.of(
                        SandboxSettings.Level.AUTO,
                        "/usr/bin/python3",
                        1,
                        Duration.ofMillis(200),
                        Optional.empty());
        try (LocalCodeSandbox sandbox = new LocalCodeSandbox(settings)) {
            assumeTrue(sandbox.level() != ConfinementLevel.NONE, "SKIPPED: no sandbox here");
            CompletableFuture<CodeOutcome> first =
                    CompletableFuture.supplyAsync(() -> sandbox.run(SLEEP));
            Awaitility.await().until(() -> sandbox.freeSlots() == 0);

            assertThat(sandbox.run(SLEEP))
                    .isEqualTo(new Unavailable("All 1 code workers stayed busy for 200 ms"));
            assertThat(first.join()).isEqualTo(new TimedOut(SLEEP.timeLimit()));
        }
    }

    @Test
    void nothingOutlivesAServiceThatIsKilled() throws Exception {
        for (SandboxSettings.Level level :
                List.of(SandboxSettings.Level.BUBBLEWRAP, SandboxSettings.Level.UNSHARE)) {
            Process service = service(level);
            List<ProcessHandle> workers = workersOf(service);
            assumeTrue(!workers.isEmpty(), "SKIPPED: no " + level + " here");
            service.destroyForcibly().waitFor();

            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(workers).noneMatch(ProcessHandle::isAlive));
        }
    }

    private static Process service(SandboxSettings.Level level) throws Exception {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyService.class.getName(),
                        level.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** All processes below the service, once both languages are in the middle of a run. */
    private static List<ProcessHandle> workersOf(Process service) throws Exception {
        var reader =
                new BufferedReader(
                        new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
        List<ProcessHandle> workers = new ArrayList<>();
        if ("BUSY".equals(reader.readLine())) {
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() -> service.descendants().count() >= 6);
            service.descendants().forEach(workers::add);
        }
        return workers;
    }

    @Test
    void closingEndsAllProcesses() {
        long before = ProcessHandle.current().descendants().count();
        LocalCodeSandbox sandbox =
                new LocalCodeSandbox(TestSettings.with(SandboxSettings.Level.AUTO));
        assumeTrue(sandbox.level() != ConfinementLevel.NONE, "SKIPPED: no sandbox here");
        for (CodeLanguage language : CodeLanguage.values()) {
            String code =
                    language == CodeLanguage.PYTHON3
                            ? "def main(): return {}"
                            : "function main() { return {} }";
            assertThat(sandbox.run(new CodeTask(language, code, Map.of(), Duration.ofSeconds(5))))
                    .isInstanceOf(Returned.class);
        }
        sandbox.close();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(ProcessHandle.current().descendants().count())
                                .isLessThanOrEqualTo(before));
        assertThat(sandbox.run(SLEEP)).isInstanceOf(Unavailable.class);
    }
}
