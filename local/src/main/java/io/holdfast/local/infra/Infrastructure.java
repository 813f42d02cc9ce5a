package io.holdfast.local.infra;

import io.holdfast.local.process.PrivateFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The database and the broker of one suite. */
public final class Infrastructure implements AutoCloseable {

    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private Infrastructure(PostgresServer postgres, KafkaBroker kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /**
     * Starts both, PostgreSQL beside Kafka, and returns when both answer.
     *
     * @param postgresSettings how the database runs
     * @param kafkaHome folder of the broker
     * @param kafkaPort port of the broker; 0 takes a free one
     */
    public static Infrastructure start(
            PostgresSettings postgresSettings, Path kafkaHome, int kafkaPort) {
        CompletableFuture<PostgresServer> postgres =
                CompletableFuture.supplyAsync(
                        () -> PostgresServer.start(postgresSettings),
                        task -> Thread.ofPlatform().name("postgres-start").daemon().start(task));
        KafkaBroker kafka;
        try {
            kafka = KafkaBroker.start(PrivateFiles.folder(kafkaHome), kafkaPort);
        } catch (RuntimeException e) {
            var _ = postgres.thenAccept(PostgresServer::close);
            throw e;
        }
        try {
            return new Infrastructure(postgres.join(), kafka);
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The database. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The broker. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** The variables by which a service finds both. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(environmentOf(postgres));
        environment.put("HOLDFAST_KAFKA", kafka.bootstrapServers());
        return environment;
    }

    /** The variables by which a service finds the database. */
    public static Map<String, String> environmentOf(PostgresServer postgres) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOLDFAST_DB_HOST", "127.0.0.1");
        environment.put("HOLDFAST_DB_PORT", Integer.toString(postgres.port()));
        environment.put("HOLDFAST_DB_NAME", PostgresServer.DATABASE);
        environment.put("HOLDFAST_DB_USER", PostgresServer.USER);
        environment.put("HOLDFAST_DB_PASSWORD", postgres.password());
        return environment;
    }

    /** Stops the broker, then the database. */
    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
    }
}
