package io.holdfast.local.infra;

import io.holdfast.local.process.BoundProcess;
import io.holdfast.local.process.Polling;
import io.holdfast.local.process.Ports;
import io.holdfast.local.process.PrivateFiles;
import io.holdfast.local.process.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on 127.0.0.1 with the database {@value #DATABASE}, which belongs to the user
 * {@value #USER}. It ends with this process, and what a killed one left behind is cleared away at
 * the next start on the same folder.
 */
public final class PostgresServer implements AutoCloseable {

    /** Name of the database. */
    public static final String DATABASE = "holdfast";

    /** Name of the database's owner. */
    public static final String USER = "holdfast";

    static final String ADMINISTRATOR = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PostgresSettings settings;
    private final int port;
    private final Process process;

    private PostgresServer(PostgresSettings settings, int port, Process process) {
        this.settings = settings;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server and returns when it accepts connections.
     *
     * @throws IllegalStateException when it does not start; the message holds its last log lines
     */
    public static PostgresServer start(PostgresSettings settings) {
        PrivateFiles.folder(settings.home());
        Path programs = PostgresBinaries.in(settings.cache());
        PostgresUser user = PostgresUser.here();
        Path data = settings.data();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            PostgresCluster.create(programs, user, settings);
        }
        PostgresLeftovers.clear(data);
        int port = settings.port() == 0 ? Ports.free() : settings.port();
        Process process = launch(programs, user, settings, port);
        PostgresServer server = new PostgresServer(settings, port, process);
        server.awaitReady();
        PostgresCluster.provision(server);
        return server;
    }

    private static Process launch(
            Path programs, PostgresUser user, PostgresSettings settings, int port) {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", settings.data().toString()));
        String durable = settings.durable() ? "on" : "off";
        Map<String, String> options =
                Map.of(
                        "port", Integer.toString(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "fsync", durable,
                        "synchronous_commit", durable,
                        "full_page_writes", durable,
                        "max_connections", "300",
                        "shared_buffers", "128MB",
                        "timezone", "UTC");
        options.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return BoundProcess.start(
                new BoundProcess.Spec(
                        command,
                        user.wrapper(),
                        "INT",
                        settings.home(),
                        Map.of("LC_ALL", "C", "TZ", "UTC"),
                        settings.log()));
    }

    private void awaitReady() {
        Path pidFile = settings.data().resolve("postmaster.pid");
        boolean answered =
                Polling.until(
                        START_LIMIT,
                        Duration.ofMillis(20),
                        () -> !process.isAlive() || isReady(pidFile));
        if (!answered || !process.isAlive()) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "PostgreSQL did not start on port "
                            + port
                            + ". Its last words in "
                            + settings.log()
                            + ":\n"
                            + LogTail.of(settings.log(), 15));
        }
    }

    /** The eighth line of the file is the server's state; it is written last. */
    private boolean isReady(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Whether the server's process lives. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Password of the user {@value #USER}. */
    public String password() {
        return SecretFile.token(settings.secrets().resolve("postgres"), "");
    }

    String administratorPassword() {
        return SecretFile.token(settings.secrets().resolve("postgres-admin"), "");
    }

    /** JDBC address of the database, without credentials. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Ends the server as a crash of the machine's process would: at once, with SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the server and waits for it; open connections are closed by it. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown; Process.destroy would send SIGTERM, which waits
        // for every client to go.
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }
}
