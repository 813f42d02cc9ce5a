package io.holdfast.local.infra;

import io.holdfast.local.process.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One database and one broker for all tests of a JVM, on free ports, in a temporary folder that is
 * deleted when the JVM ends. Each is started when it is first asked for.
 */
public final class TestInfrastructure {

    private static final ReentrantLock LOCK = new ReentrantLock();

    private static @Nullable Path folder;
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaBroker kafka;

    private TestInfrastructure() {}

    /** The database of this JVM's tests; it keeps nothing, so it does not wait for the disk. */
    public static PostgresServer postgres() {
        LOCK.lock();
        try {
            PostgresServer server = postgres;
            if (server == null) {
                server =
                        PostgresServer.start(
                                PostgresSettings.in(folder().resolve("postgres"), 0, false));
                postgres = server;
            }
            return server;
        } finally {
            LOCK.unlock();
        }
    }

    /** The broker of this JVM's tests. */
    public static KafkaBroker kafka() {
        LOCK.lock();
        try {
            KafkaBroker broker = kafka;
            if (broker == null) {
                broker = KafkaBroker.start(PrivateFiles.folder(folder().resolve("kafka")), 0);
                kafka = broker;
            }
            return broker;
        } finally {
            LOCK.unlock();
        }
    }

    /**
     * The variables by which a service finds the database and, if wanted, the broker; both are
     * started.
     */
    public static Map<String, String> environment(boolean withKafka) {
        Map<String, String> environment =
                new LinkedHashMap<>(Infrastructure.environmentOf(postgres()));
        if (withKafka) {
            environment.put("HOLDFAST_KAFKA", kafka().bootstrapServers());
        }
        return environment;
    }

    private static Path folder() {
        Path known = folder;
        if (known != null) {
            return known;
        }
        try {
            Path created = Files.createTempDirectory("holdfast-test-");
            folder = created;
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(created), "test-infra-stop"));
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The broker has hooks of its own and ends with the JVM; the folder is going anyway. */
    private static void stop(Path created) {
        PostgresServer server = postgres;
        if (server != null) {
            server.kill();
        }
        KafkaBroker broker = kafka;
        if (broker != null) {
            broker.close();
        }
        PrivateFiles.deleteTree(created);
    }
}
