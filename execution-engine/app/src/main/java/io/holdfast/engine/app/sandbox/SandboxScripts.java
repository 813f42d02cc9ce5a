package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that run inside the sandbox; resources of this jar, handed over as arguments. */
final class SandboxScripts {
    static final String FORK_SERVER = resource("forkserver.py");
    static final String NODE_WORKER = resource("worker.js");
    static final String CONFINE = resource("confine.sh");
    static final String FILTERED_EXEC = resource("filtered_exec.py");

    private SandboxScripts() {}

    private static String resource(String name) {
        try (InputStream in = SandboxScripts.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Resource sandbox/" + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
