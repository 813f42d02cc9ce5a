package io.holdfast.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundProcessTest {

    @TempDir Path folder;

    @Test
    void whenTheLauncherIsKilledNoChildIsLeft() throws Exception {
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LauncherToKill.class.getName(),
                                folder.toString())
                        .redirectError(folder.resolve("launcher.err").toFile())
                        .start();
        List<ProcessHandle> children = childrenOf(launcher);
        assertThat(children).hasSize(3).allMatch(Programs::runs);

        launcher.destroyForcibly().waitFor();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(children).noneMatch(Programs::runs));
    }

    private static List<ProcessHandle> childrenOf(Process launcher) throws IOException {
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).startsWith("PIDS ");
            return Arrays.stream(line.split(" ", -1))
                    .skip(1)
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                    .toList();
        }
    }
}
