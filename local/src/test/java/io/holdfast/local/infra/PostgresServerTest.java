package io.holdfast.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir Path home;

    @Test
    void whatWasWrittenIsThereAfterACleanStopAndAfterAKill() throws Exception {
        try (PostgresServer first = start(true)) {
            execute(first, "CREATE TABLE note (line text)");
            execute(first, "INSERT INTO note VALUES ('one')");
        }
        PostgresServer second = start(true);
        execute(second, "INSERT INTO note VALUES ('two')");
        second.kill();
        assertThat(home.resolve("data/postmaster.pid")).exists();
        try (PostgresServer third = start(true)) {
            assertThat(answer(third, "SELECT string_agg(line, ',' ORDER BY line) FROM note"))
                    .isEqualTo("one,two");
        }
    }

    @Test
    void aLockFileThatNamesAnotherProcessDoesNotPreventTheStart() throws Exception {
        start(false).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(home.resolve("data/postmaster.pid"), stranger + "\n" + home + "\n");
        try (PostgresServer server = start(false)) {
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aServerLeftBehindIsReplacedByTheNextStart() {
        try (PostgresServer left = start(false);
                PostgresServer next = start(false)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(next.isAlive()).isTrue();
        }
    }

    @Test
    void aDurableServerWaitsForTheDisk() throws Exception {
        try (PostgresServer server = start(true)) {
            assertThat(answer(server, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void theOwnerIsNoSuperuserAndItsPasswordIsPrivate() throws Exception {
        try (PostgresServer server = start(false)) {
            assertThat(answer(server, "SHOW is_superuser")).isEqualTo("off");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            home.resolve("secrets/postgres"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                            server.jdbcUrl(),
                                            PostgresServer.USER,
                                            "not the password")
                                    .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        start(false).close();
        Files.writeString(home.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> start(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no_such_setting");
    }

    private PostgresServer start(boolean durable) {
        return PostgresServer.start(PostgresSettings.in(home, 0, durable));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), PostgresServer.USER, server.password());
    }
}
