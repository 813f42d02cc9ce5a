package io.holdfast.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.local.control.SupervisorLock;
import io.holdfast.local.suite.SuiteHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private final Terminal terminal = new Terminal();

    @TempDir Path folder;

    @Test
    void anUnknownCommandShowsTheHelpAndEndsWithTwo() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(terminal.complained())
                .contains("There is no command 'upp'")
                .contains("import FILE|FOLDER");
    }

    @Test
    void noCommandShowsTheHelp() {
        assertThat(run()).isZero();
        assertThat(terminal.said()).contains("reset [--yes]");
    }

    @Test
    void anUnknownOptionShowsTheHelpAndEndsWithTwo() {
        assertThat(run("up", "--detached")).isEqualTo(2);
        assertThat(terminal.complained()).contains("up does not know '--detached'");
        assertThat(run("up", "--port", "gateway=1")).isEqualTo(2);
        assertThat(terminal.complained()).contains("api-gateway");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThat(run(Map.of("HOLDFAST_ENGINE_PORT", "http"), "up")).isEqualTo(2);
        assertThat(terminal.complained()).contains("HOLDFAST_ENGINE_PORT is no port number: http");
    }

    @Test
    void theStatusOfNothingIsNothing() {
        assertThat(run("status", "--json")).isEqualTo(1);
        assertThat(terminal.said().strip()).isEqualTo("[ ]");
        assertThat(run("down")).isZero();
        assertThat(terminal.said()).contains("The suite is not running.");
    }

    @Test
    void aSecondUpSaysSo() {
        try (SupervisorLock first =
                SupervisorLock.tryTake(new SuiteHome(folder.resolve("home"))).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(run("up")).isZero();
            assertThat(terminal.said()).contains("is being started already");
        }
    }

    @Test
    void aResetDeletesWhatTheSuiteMadeAndNothingElse() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("data/postgres/data"));
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("notes.txt"), "mine");
        assertThat(run("reset", "--yes")).isZero();
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("secrets")).doesNotExist();
        assertThat(home.resolve("notes.txt")).exists();
    }

    @Test
    void aLogIsShownByTheNameOfItsService() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("home/logs"));
        Files.writeString(logs.resolve("scheduler-1.log"), "one\ntwo\nthree\n");
        assertThat(run("logs", "scheduler", "-n", "2")).isZero();
        assertThat(terminal.said()).isEqualTo("two\nthree\n");
        assertThat(run("logs", "api-gateway")).isEqualTo(1);
        assertThat(terminal.complained()).contains("There is no log of api-gateway yet");
        assertThat(run("logs", "gateway")).isEqualTo(2);
        assertThat(terminal.complained()).contains("There is no service 'gateway'");
    }

    @Test
    void devNeedsARunningSuite() {
        assertThat(run("dev", "scheduler")).isEqualTo(1);
        assertThat(terminal.complained()).contains("./holdfast up");
        assertThat(run("dev", "planner")).isEqualTo(2);
        assertThat(terminal.complained()).contains("There is no service 'planner'");
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        Workspace workspace =
                new Workspace(folder, new SuiteHome(folder.resolve("home")), environment);
        return CommandLine.in(workspace, terminal.console()).run(List.of(arguments));
    }
}
