package io.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher, copied into an empty repository, with JDKs that only say who they are. */
class LauncherScriptTest {

    @TempDir Path folder;

    private Path script = Path.of("");

    @BeforeEach
    void copyTheLauncher() throws IOException {
        Path repository = Files.createDirectories(folder.resolve("a repository"));
        script = repository.resolve("holdfast");
        Files.copy(Path.of(System.getProperty("holdfast.root"), "holdfast"), script);
        Path target = Files.createDirectories(repository.resolve("local/target"));
        Files.createFile(target.resolve("built"));
        Files.createFile(target.resolve("holdfast-local-1.jar"));
        tools();
    }

    @Test
    void withoutAJdk25ItSaysInOneSentenceWhatToInstall() throws Exception {
        jdk("jvm/jdk-21", "21.0.2");
        Answer answer = run(Map.of(), "status");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().strip().lines()).hasSize(1);
        assertThat(answer.text()).contains("needs a JDK 25").contains("JAVA_HOME");
    }

    @Test
    void aJdk25AmongOthersIsFound() throws Exception {
        jdk("jvm/a-jdk-17", "17.0.9");
        Path right = jdk("jvm/b-jdk-25", "25.0.3");
        assertThat(run(Map.of(), "status").text()).contains("java of " + right);
    }

    @Test
    void javaHomeWinsWhenItIsAJdk25AndIsPassedOverWhenItIsNot() throws Exception {
        Path common = jdk("jvm/jdk-25", "25.0.3");
        Path own = jdk("own jdk", "25");
        Path old = jdk("old jdk", "17.0.9");
        assertThat(run(Map.of("JAVA_HOME", own.toString()), "status").text())
                .contains("java of " + own);
        assertThat(run(Map.of("JAVA_HOME", old.toString()), "status").text())
                .contains("java of " + common);
    }

    @Test
    void theArgumentsReachTheCommandAsTheyAre() throws Exception {
        jdk("jvm/jdk-25", "25.0.3");
        assertThat(run(Map.of(), "import", "two words.yml", "--json").text())
                .contains("io.holdfast.local.Main|import|two words.yml|--json|");
    }

    @Test
    void buildingWithoutMavenSaysInOneSentenceWhatToInstall() throws Exception {
        jdk("jvm/jdk-25", "25.0.3");
        Files.delete(script.resolveSibling("local").resolve("target/built"));
        Answer answer = run(Map.of(), "status");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().strip().lines()).hasSize(1);
        assertThat(answer.text()).contains("Maven 3.8.7 or newer");
    }

    private record Answer(int code, String text) {}

    private Answer run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("tools").toString());
        builder.environment().put("HOLDFAST_JVM_FOLDER", folder.resolve("jvm").toString());
        builder.environment().putAll(environment);
        Path out = folder.resolve("out.txt");
        Process process = builder.redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    /** The few programs that the launcher may use, so that neither Java nor Maven is found. */
    private void tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name :
                List.of("dirname", "readlink", "grep", "cat", "find", "head", "ls", "mkdir")) {
            for (Path bin : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                if (Files.exists(bin.resolve(name)) && !Files.exists(tools.resolve(name))) {
                    Files.createSymbolicLink(tools.resolve(name), bin.resolve(name));
                }
            }
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = bin.resolve(program);
            Files.writeString(
                    file, "#!/bin/sh\necho \"java of " + home + "\"\nprintf '%s|' \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }
}
