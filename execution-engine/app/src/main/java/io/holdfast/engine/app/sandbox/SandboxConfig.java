package io.holdfast.engine.app.sandbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code holdfast.code.*}: how and within which limits code nodes run (dsl.md 3.8). */
@ConfigMapping(prefix = "holdfast.code")
public interface SandboxConfig {

    /** Way of confinement: {@code auto}, {@code bubblewrap} or {@code unshare}. */
    @WithDefault("auto")
    SandboxSettings.Level level();

    /** Absolute path of the Python 3 that runs Python code nodes, under /usr. */
    @WithDefault("/usr/bin/python3")
    String python();

    /** Absolute path of the Node.js that runs JavaScript code nodes, under /usr. */
    @WithDefault("/usr/bin/node")
    String node();

    /** Most wall-clock time of one run. */
    @WithDefault("15S")
    Duration timeLimit();

    /** Most memory of one run. */
    @WithDefault("256M")
    MemorySize memory();

    /** Most processes and threads of one run. */
    @WithDefault("32")
    int processes();

    /** Most bytes of one result, and most characters that one run may print. */
    @WithDefault("4M")
    MemorySize output();

    /** Size of the scratch file system of one run. */
    @WithDefault("16M")
    MemorySize scratch();

    /** Most runs at a time in this process. */
    @WithDefault("8")
    int concurrency();

    /** Longest wait for a free worker before the node fails. */
    @WithDefault("10S")
    Duration queueTimeout();

    /** Calls after which a Python fork server is replaced by a fresh one. */
    @WithDefault("1000")
    int callsPerWorker();

    /** JavaScript processes kept waiting for a call, once the first was needed. */
    @WithDefault("2")
    int warmNodes();

    /** Base URL of a server that speaks the dify-sandbox protocol; when set, it runs all code. */
    Optional<URI> remoteUrl();

    /** The {@code X-Api-Key} of that server. */
    Optional<String> remoteKey();

    /** The same as plain values. */
    default SandboxSettings settings() {
        return new SandboxSettings(
                level(),
                python(),
                node(),
                timeLimit(),
                memory().asLongValue(),
                processes(),
                Math.toIntExact(output().asLongValue()),
                scratch().asLongValue(),
                concurrency(),
                queueTimeout(),
                callsPerWorker(),
                warmNodes(),
                remoteUrl().map(url -> new SandboxSettings.Remote(url, remoteKey().orElse(""))));
    }
}
