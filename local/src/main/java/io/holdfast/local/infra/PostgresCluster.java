package io.holdfast.local.infra;

import io.holdfast.local.process.PrivateFiles;
import io.holdfast.local.process.SecretFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The data folder of a server and what must be in it: one role and its database. */
final class PostgresCluster {

    private PostgresCluster() {}

    static void create(Path programs, PostgresUser user, PostgresSettings settings) {
        // A folder without PG_VERSION is what an initdb that was killed has left.
        PrivateFiles.deleteTree(settings.data());
        PrivateFiles.folder(settings.data());
        user.own(settings.home());
        user.own(settings.data());
        SecretFile.token(settings.secrets().resolve("postgres-admin"), "");
        Path password = settings.home().resolve("initdb-password");
        PrivateFiles.write(
                password, PrivateFiles.read(settings.secrets().resolve("postgres-admin")));
        user.own(password);
        try {
            run(user.command(initdb(programs, settings, password)), settings);
        } finally {
            PrivateFiles.deleteTree(password);
        }
    }

    private static List<String> initdb(Path programs, PostgresSettings settings, Path password) {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin/initdb").toString());
        command.addAll(List.of("-D", settings.data().toString()));
        command.addAll(List.of("-U", PostgresServer.ADMINISTRATOR));
        command.addAll(List.of("--pwfile", password.toString(), "--auth", "scram-sha-256"));
        // The built-in locale sorts and folds alike on every machine.
        command.addAll(List.of("--encoding", "UTF8", "--locale-provider", "builtin"));
        command.addAll(List.of("--locale", "C", "--builtin-locale", "C.UTF-8"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private static void run(List<String> command, PostgresSettings settings) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(settings.home().toFile());
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        try {
            int code = builder.start().waitFor();
            if (code != 0 || !Files.exists(settings.data().resolve("PG_VERSION"))) {
                throw new IllegalStateException(
                        "initdb ended with code " + code + ":\n" + LogTail.of(settings.log(), 15));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the database.", e);
        }
    }

    /** Creates the role and the database where they are missing. */
    static void provision(PostgresServer server) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(PostgresServer.ADMINISTRATOR),
                                PostgresServer.ADMINISTRATOR,
                                server.administratorPassword());
                Statement statement = connection.createStatement()) {
            if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                // The password is Base64 for URLs, so it holds no quote.
                statement.execute(
                        "CREATE ROLE "
                                + PostgresServer.USER
                                + " LOGIN PASSWORD '"
                                + server.password()
                                + "'");
            }
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute(
                        "CREATE DATABASE "
                                + PostgresServer.DATABASE
                                + " OWNER "
                                + PostgresServer.USER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL started, but its database cannot be prepared: " + e.getMessage(),
                    e);
        }
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, PostgresServer.DATABASE);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }
}
