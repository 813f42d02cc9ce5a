package io.holdfast.gateway.fake;

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
        return Map.of(
                "holdfast.peers.engine",
                FIRST.url() + "," + SECOND.url(),
                "holdfast.peers.vector",
                VECTOR.url(),
                "holdfast.console.token",
                CONSOLE_TOKEN,
                "holdfast.gateway.max-body",
                Integer.toString(MAX_BODY),
                "holdfast.gateway.max-runs",
                Integer.toString(MAX_RUNS),
                "holdfast.gateway.ping-every",
                "0.3S",
                "holdfast.gateway.body-within",
                "1S",
                "holdfast.gateway.reconnect-for",
                "2S");
    }

    /** The servers serve the next test too; they end with the JVM. */
    @Override
    public void stop() {}
}
