package io.holdfast.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.process.Ports;
import io.holdfast.local.process.Programs;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir Path folder;

    private Path repository = Path.of("");

    @BeforeEach
    void packageServices() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        FakeService.packageAll(repository);
    }

    @Test
    void everyServiceIsReadyAndFindsTheOthers() throws Exception {
        List<ProcessHandle> processes;
        try (Suite suite = Suite.start(settings().withReplicas(Service.EXECUTION_ENGINE, 2))) {
            assertThat(suite.status())
                    .hasSize(6)
                    .allMatch(InstanceStatus::ready)
                    .extracting(InstanceStatus::instance)
                    .contains("execution-engine-1", "execution-engine-2", "scheduler-1");
            String gateway = suite.url(Service.API_GATEWAY);
            assertThat(variable(gateway, "HOLDFAST_ENGINE_URL"))
                    .isEqualTo(String.join(",", suite.urls(Service.EXECUTION_ENGINE)));
            assertThat(variable(gateway, "HOLDFAST_CONSOLE_TOKEN"))
                    .isEqualTo(suite.consoleToken())
                    .hasSizeGreaterThan(30);
            assertThat(variable(gateway, "HOLDFAST_DB_PORT"))
                    .isEqualTo(Integer.toString(suite.postgres().port()));
            assertThat(variable(gateway, "HOLDFAST_KAFKA"))
                    .isEqualTo(suite.kafka().bootstrapServers());
            assertThat(
                            variable(
                                    suite.urls(Service.EXECUTION_ENGINE).get(1),
                                    "HOLDFAST_INSTANCE_ID"))
                    .isEqualTo("execution-engine-2");
            assertThat(Path.of(variable(gateway, "HOLDFAST_DATA_DIR"))).isDirectory();
            processes =
                    suite.status().stream()
                            .map(status -> ProcessHandle.of(status.pid()).orElseThrow())
                            .toList();
        }
        assertThat(processes).noneMatch(Programs::runs);
    }

    @Test
    void aKilledServiceComesBackAtTheSameAddress() {
        try (Suite suite = Suite.start(settings().withServices(Set.of(Service.SCHEDULER)))) {
            long first = suite.pid("scheduler-1");
            String url = suite.url(Service.SCHEDULER);
            suite.kill("scheduler-1");
            suite.awaitReady("scheduler-1");
            assertThat(suite.pid("scheduler-1")).isNotEqualTo(first).isNotZero();
            assertThat(suite.url(Service.SCHEDULER)).isEqualTo(url);
            assertThat(suite.status().getFirst().restarts()).isEqualTo(1);
        }
    }

    @Test
    void aStoppedServiceStaysDownUntilItIsStarted() {
        try (Suite suite = Suite.start(settings().withServices(Set.of(Service.SCHEDULER)))) {
            suite.stop("scheduler-1");
            assertThat(suite.status().getFirst().state()).isEqualTo(InstanceState.STOPPED);
            assertThat(suite.status().getFirst().ready()).isFalse();
            suite.startInstance("scheduler-1");
            suite.awaitReady("scheduler-1");
            assertThat(suite.status().getFirst().ready()).isTrue();
        }
    }

    @Test
    void theSecondStartTakesTheCacheThatTheFirstHasTrained() throws Exception {
        SuiteSettings cached = settings().withServices(Set.of(Service.SCHEDULER)).withAot(true);
        try (Suite suite = Suite.start(cached)) {
            suite.trainCaches();
        }
        Path cache = cached.home().aot().resolve("scheduler.aot");
        assertThat(cache).exists();
        try (Suite suite = Suite.start(cached)) {
            assertThat(commandLine(suite.pid("scheduler-1"))).contains("-XX:AOTCache=" + cache);
        }
        FakeService.packageAll(repository);
        try (Suite suite = Suite.start(cached)) {
            assertThat(commandLine(suite.pid("scheduler-1"))).contains("-XX:AOTCacheOutput=");
        }
    }

    @Test
    void aTakenPortIsNamedTogetherWithItsServiceAndNothingIsStarted() throws Exception {
        int port = Ports.free();
        try (ServerSocket stranger = new ServerSocket(port, 1, Ports.loopback())) {
            SuiteSettings settings = settings().withPorts(Map.of(Service.MODEL_SERVICE, port));
            assertThat(stranger.isBound()).isTrue();
            assertThatThrownBy(() -> Suite.start(settings))
                    .isInstanceOf(PortConflict.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("model-service")
                    .hasMessageContaining("HOLDFAST_MODEL_PORT=");
            assertThat(settings.home().folder().resolve("data")).doesNotExist();
        }
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() throws Exception {
        Files.delete(Service.SCHEDULER.packaged(repository).resolve("quarkus-run.jar"));
        assertThatThrownBy(() -> Suite.start(settings()))
                .isInstanceOf(SuiteStartFailure.class)
                .hasMessageContaining("scheduler is not built");
    }

    @Test
    void aServiceThatDoesNotStartIsShownWithItsLastLines() throws Exception {
        Files.writeString(
                Service.SCHEDULER.packaged(repository).resolve("quarkus-run.jar"), "no jar");
        assertThatThrownBy(() -> Suite.start(settings()))
                .isInstanceOf(SuiteStartFailure.class)
                .hasMessageContaining("scheduler-1 did not become ready (GIVEN_UP)")
                .hasMessageContaining("corrupt jarfile");
    }

    private SuiteSettings settings() {
        return SuiteSettings.forTests(repository, folder.resolve("home"));
    }

    private static String commandLine(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElseThrow();
    }

    private static String variable(String url, String name) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url + "/variable/" + name)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
