package io.holdfast.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.process.BoundProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedInstanceTest {

    private static final RestartPolicy QUICK =
            new RestartPolicy(
                    5, Duration.ofMinutes(1), Duration.ofMillis(10), Duration.ofMillis(20));

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    private @Nullable SupervisedInstance instance;

    @AfterEach
    void stopIt() {
        if (instance != null) {
            instance.stop();
        }
    }

    @Test
    void aKilledProcessIsStartedAgainAndSaysSo() {
        SupervisedInstance service = supervise("exec sleep 600");
        service.start();
        assertThat(service.awaitReady(Duration.ofSeconds(10))).isTrue();
        long first = service.pid();

        service.kill();

        Awaitility.await().until(() -> service.pid() != 0 && service.pid() != first);
        assertThat(service.awaitReady(Duration.ofSeconds(10))).isTrue();
        assertThat(service.restarts()).isEqualTo(1);
        assertThat(heard).contains("died 137");
    }

    @Test
    void aProcessThatKeepsDyingIsGivenUpWithItsLastLines() {
        SupervisedInstance service = supervise("echo the disk is gone; exit 3");
        service.start();
        Awaitility.await().until(() -> service.state() == InstanceState.GIVEN_UP);
        assertThat(service.pid()).isZero();
        assertThat(service.restarts()).isEqualTo(4);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(heard.getLast())
                                .startsWith("given up 5")
                                .contains("the disk is gone"));
        assertThat(heard.stream().filter("died 3"::equals)).hasSize(4);
        assertThat(service.awaitReady(Duration.ofMillis(100))).isFalse();
    }

    @Test
    void aProcessThatWasGivenUpCanBeStartedByHand() {
        SupervisedInstance service = supervise("test -e fixed && exec sleep 600; exit 1");
        service.start();
        Awaitility.await().until(() -> service.state() == InstanceState.GIVEN_UP);
        assertThat(folder.resolve("fixed").toFile().mkdir()).isTrue();
        service.start();
        assertThat(service.awaitReady(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void aProcessThatIsStoppedStaysDown() {
        SupervisedInstance service = supervise("exec sleep 600");
        service.start();
        assertThat(service.awaitReady(Duration.ofSeconds(10))).isTrue();
        service.stop();
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(service.state()).isEqualTo(InstanceState.STOPPED));
        assertThat(heard).noneMatch(line -> line.startsWith("died"));
    }

    private SupervisedInstance supervise(String script) {
        SupervisedInstance made =
                new SupervisedInstance(
                        "scheduler-1",
                        "http://127.0.0.1:1",
                        folder.resolve("log"),
                        () -> launch(script),
                        () -> script.contains("sleep"),
                        QUICK,
                        new Recorder());
        instance = made;
        return made;
    }

    private Process launch(String script) {
        return BoundProcess.start(
                new BoundProcess.Spec(
                        List.of("sh", "-c", script),
                        List.of(),
                        "KILL",
                        folder,
                        Map.of(),
                        folder.resolve("log")));
    }

    private final class Recorder implements SuiteObserver {

        @Override
        public void died(String name, int exitCode, Duration restartAfter) {
            heard.add("died " + exitCode);
        }

        @Override
        public void givenUp(String name, int deaths, Path log, String lastLines) {
            heard.add("given up " + deaths + " " + lastLines);
        }
    }
}
