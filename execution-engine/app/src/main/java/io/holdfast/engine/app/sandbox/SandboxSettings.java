package io.holdfast.engine.app.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The sandbox's configuration as plain values; {@link SandboxConfig} states their meaning.
 *
 * @param level how to confine; {@code AUTO} takes the first that works
 * @param python absolute path of the interpreter
 * @param node absolute path of the interpreter
 * @param timeLimit most wall-clock time of a run
 * @param memoryBytes most memory of a run
 * @param processes most processes and threads of a run
 * @param outputBytes most bytes of a result, and most characters printed
 * @param scratchBytes size of the scratch file system, and of a file in it
 * @param concurrency most runs at a time over both languages
 * @param queueTimeout longest wait for a free worker
 * @param callsPerWorker calls after which a Python fork server is replaced
 * @param warmNodes JavaScript processes kept waiting once the first was needed
 * @param remote the server that runs the code instead of this machine, if any
 */
public record SandboxSettings(
        Level level,
        String python,
        String node,
        Duration timeLimit,
        long memoryBytes,
        int processes,
        int outputBytes,
        long scratchBytes,
        int concurrency,
        Duration queueTimeout,
        int callsPerWorker,
        int warmNodes,
        Optional<Remote> remote) {

    /** Which way of confinement to take. */
    public enum Level {
        /** bubblewrap, else unshare. */
        AUTO,
        /** bubblewrap or nothing. */
        BUBBLEWRAP,
        /** unshare or nothing. */
        UNSHARE
    }

    /**
     * A server that speaks the dify-sandbox protocol.
     *
     * @param url base, without {@code /v1/sandbox/run}
     * @param key value of {@code X-Api-Key}
     */
    public record Remote(URI url, String key) {
        @Override
        public String toString() {
            return "Remote[url=" + url + "]";
        }
    }
}
