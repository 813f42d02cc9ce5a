package io.holdfast.gateway.fake;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Two engines, a vector store adapter, and settings that make stories short. */
public final class Suite implements QuarkusTestResourceLifecycleManager {

    public static final String CONSOLE_TOKEN = "console-token-of-the-story";
    public static final int MAX_BODY = 20_000;
    public static final int MAX_RUNS = 8;

    private static final Vertx VERTX = Vertx.vertx();

    public static final EngineWorld WORLD = new EngineWorld();
    public static final FakeEngine FIRST = new FakeEngine(VERTX, WORLD);
    public static final FakeEngine SECOND = new FakeEngine(VERTX, WORLD);
    public static final FakeVector VECTOR = new FakeVector(VERTX);

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                entry("holdfast.peers.engine", FIRST.url() + "," + SECOND.url()),
                entry("holdfast.peers.vector", VECTOR.url()),
                entry("holdfast.console.token", CONSOLE_TOKEN),
                entry("holdfast.gateway.max-body", Integer.toString(MAX_BODY)),
                entry("holdfast.gateway.max-runs", Integer.toString(MAX_RUNS)),
                entry("holdfast.gateway.ping-every", "0.3S"),
                entry("holdfast.gateway.body-within", "1S"),
                entry("holdfast.gateway.reconnect-for", "2S"),
                entry("holdfast.files.directory", "target/files-of-the-story"),
                entry("holdfast.upload.image-limit", "1"),
                entry("holdfast.upload.refused-extensions", "exe"));
    }

    /** The servers serve the next test too; they end with the JVM. */
    @Override
    public void stop() {}
}
