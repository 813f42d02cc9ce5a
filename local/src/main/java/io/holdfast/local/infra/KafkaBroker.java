package io.holdfast.local.infra;

import io.holdfast.local.process.Ports;
import io.holdfast.local.process.PrivateFiles;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker and controller on 127.0.0.1, inside this JVM, so it ends with it. */
public final class KafkaBroker implements AutoCloseable {

    private static final String CLUSTER_ID = "cluster-id";

    // Kafka logs its whole configuration at INFO. Kept here because the logging system holds
    // loggers weakly and would forget the level.
    private static final Logger[] NOISY = {
        Logger.getLogger("org.apache.kafka"),
        Logger.getLogger("kafka"),
        Logger.getLogger("state.change.logger")
    };

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on the folder, which is formatted when it is new, and returns when it
     * answers.
     *
     * @param folder folder of its log; kept over restarts
     * @param port port on 127.0.0.1; 0 takes a free one
     */
    public static KafkaBroker start(Path folder, int port) {
        for (Logger logger : NOISY) {
            logger.setLevel(Level.WARNING);
        }
        Path log = PrivateFiles.folder(folder.toAbsolutePath().resolve("log"));
        int own = port == 0 ? Ports.free() : port;
        format(log, clusterId(folder));
        KafkaRaftServer server =
                new KafkaRaftServer(
                        new KafkaConfig(settings(log, own, Ports.free()), false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, own);
    }

    private static String clusterId(Path folder) {
        Path file = folder.resolve(CLUSTER_ID);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, Uuid.randomUuid().toString());
        }
        return PrivateFiles.read(file);
    }

    private static void format(Path log, String clusterId) {
        try {
            new Formatter()
                    .setClusterId(clusterId)
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setIgnoreFormatted(true)
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder " + log + " cannot be formatted.", e);
        }
    }

    private static Map<String, String> settings(Path log, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", log.toString());
        settings.putAll(SMALL);
        return settings;
    }

    /** One broker for one developer: few threads, small files, no waiting for other members. */
    private static final Map<String, String> SMALL =
            Map.ofEntries(
                    Map.entry("auto.create.topics.enable", "true"),
                    Map.entry("num.partitions", "6"),
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "3"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "3"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "3"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("broker.session.timeout.ms", "3000"),
                    Map.entry("num.network.threads", "1"),
                    Map.entry("num.io.threads", "2"),
                    Map.entry("log.segment.bytes", "67108864"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker and waits for it. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
