package io.holdfast.local.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.local.process.PrivateFiles;
import io.holdfast.local.suite.SuiteHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the running supervisor is to be found; the file is there from the time that the suite is
 * ready until it is stopped.
 *
 * @param pid its process id
 * @param port its port on 127.0.0.1
 * @param token the credential for it
 */
public record RunFile(long pid, int port, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    private static Path file(SuiteHome home) {
        return home.running().resolve("supervisor.json");
    }

    /** What the supervisor of that home has written, if it runs. */
    public static Optional<RunFile> read(SuiteHome home) {
        Path file = file(home);
        if (!Files.exists(file) || !SupervisorLock.isTaken(home)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file; only its owner may read it. */
    public void write(SuiteHome home) {
        try {
            PrivateFiles.write(file(home), JSON.writeValueAsString(this));
            // For the shell launcher, which must not rebuild what is running.
            PrivateFiles.write(home.running().resolve("supervisor.pid"), Long.toString(pid));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes the file. */
    public static void delete(SuiteHome home) {
        try {
            Files.deleteIfExists(file(home));
            Files.deleteIfExists(home.running().resolve("supervisor.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
