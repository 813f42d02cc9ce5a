package io.holdfast.local.suite;

import io.holdfast.local.process.PrivateFiles;
import io.holdfast.local.process.SecretFile;
import java.nio.file.Path;

/**
 * The folder that holds all state of a suite.
 *
 * @param folder absolute path; {@code .holdfast} in the repository unless moved
 */
public record SuiteHome(Path folder) {

    /** Makes the path absolute. */
    public SuiteHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Logs of the services, the database, the broker and the supervisor. */
    public Path logs() {
        return PrivateFiles.folder(folder.resolve("logs"));
    }

    /** Log of one instance. */
    public Path log(String instance) {
        return logs().resolve(instance + ".log");
    }

    /** What a service may keep on disk, such as the search index. */
    public Path data(String service) {
        return PrivateFiles.folder(folder.resolve("data").resolve(service));
    }

    /** What callers upload, for all services. */
    public Path files() {
        return PrivateFiles.folder(folder.resolve("files"));
    }

    /** Files that exist while the suite runs. */
    public Path running() {
        return PrivateFiles.folder(folder.resolve("run"));
    }

    /** Caches of loaded and linked classes, which make services start sooner. */
    public Path aot() {
        return PrivateFiles.folder(folder.resolve("aot"));
    }

    Path secrets() {
        return PrivateFiles.folder(folder.resolve("secrets"));
    }

    /** The credential of the console API. */
    public String consoleToken() {
        return SecretFile.token(secrets().resolve("console-token"), "console-");
    }

    /** The credential by which the services know each other. */
    public String internalToken() {
        return SecretFile.token(secrets().resolve("internal-token"), "internal-");
    }

    /** The key under which secrets are encrypted in the database: 32 bytes in Base64. */
    public String secretKey() {
        return SecretFile.key(secrets().resolve("secret-key"));
    }
}
