package io.holdfast.it;

import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.suite.Service;
import io.holdfast.local.suite.Suite;
import io.holdfast.local.suite.SuiteSettings;
import io.holdfast.testing.mcp.MockMcp;
import io.holdfast.testing.model.MockOpenAi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The packaged suite, and what lies outside of it: a server of models and a web server, both of
 * which count. Stories share one; each imports apps of its own.
 */
public final class Installation implements AutoCloseable {

    private final MockOpenAi models;
    private final CountingTarget target;
    private final MockMcp tools;
    private final TraceCollector traces;
    private final Suite suite;
    private final Console console;

    private Installation(
            MockOpenAi models,
            CountingTarget target,
            MockMcp tools,
            TraceCollector traces,
            Suite suite) {
        this.models = models;
        this.target = target;
        this.tools = tools;
        this.traces = traces;
        this.suite = suite;
        this.console = new Console(gateway(), suite.consoleToken());
    }

    static Installation start(Path home) {
        MockOpenAi models = MockOpenAi.start();
        CountingTarget target = CountingTarget.start();
        MockMcp tools = MockMcp.start();
        TraceCollector traces = TraceCollector.start();
        SuiteSettings settings =
                SuiteSettings.forTests(repository(), home)
                        .withEnvironment("HOLDFAST_OTEL_DISABLED", "false")
                        .withEnvironment("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", traces.url())
                        .withEnvironment("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                        .withEnvironment("HOLDFAST_DEFAULT_MODEL_URL", models.url().toString())
                        .withEnvironment("HOLDFAST_MODEL_TIMEOUT_FIRST_TOKEN", "3s")
                        .withEnvironment("HOLDFAST_TITLES_ENABLED", "false") // calls are counted
                        .withEnvironment(
                                "HOLDFAST_TOOL_PROVIDERS_FILE",
                                toolProviders(home, target, tools).toString())
                        .withEnvironment("HARBOUR_KEY", "sesame")
                        .withEnvironment("HOLDFAST_MCP_CONNECT", "2s")
                        .withEnvironment("HOLDFAST_MCP_ANSWER", "3s")
                        .withEnvironment("HOLDFAST_EGRESS_ALLOW", "127.0.0.1")
                        .withEnvironment("HOLDFAST_EGRESS_PUBLIC_ADDRESSES", "false");
        return new Installation(models, target, tools, traces, Suite.start(settings));
    }

    /** The operator's file of providers, with those that stories use. */
    private static Path toolProviders(Path home, CountingTarget target, MockMcp tools) {
        try {
            Path folder = Files.createDirectories(home.resolve("tools")).toAbsolutePath();
            Files.writeString(folder.resolve("harbour.yaml"), resource("/tools/harbour.yaml"));
            return Files.writeString(
                    folder.resolve("tools.yaml"),
                    resource("/tools/tools.yaml")
                            .replace("TARGET", target.url())
                            .replace("SCALES", tools.url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MockOpenAi models() {
        return models;
    }

    public CountingTarget target() {
        return target;
    }

    public MockMcp tools() {
        return tools;
    }

    public TraceCollector traces() {
        return traces;
    }

    public Suite suite() {
        return suite;
    }

    public Console console() {
        return console;
    }

    /** The gateway's address, without a slash at the end. */
    public String gateway() {
        return suite.url(Service.API_GATEWAY);
    }

    /** The address that clients of Dify are given. */
    public String api() {
        return gateway() + "/v1";
    }

    /** Imports an app of the tests' own and makes a key for it. */
    public ImportedApp app(String name) {
        return app(name, "TARGET", target.url());
    }

    /** Imports an app with a placeholder filled in. */
    public ImportedApp app(String name, String placeholder, String value) {
        return console.importApp(read(name).replace(placeholder, value));
    }

    /** A DSL file of the tests. */
    static String read(String name) {
        return resource("/apps/" + name);
    }

    private static String resource(String name) {
        try (var file = Installation.class.getResourceAsStream(name)) {
            return new String(
                    java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A DSL file that users are shown. */
    static String sample(String name) {
        try {
            return Files.readString(repository().resolve("docs/samples/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many processes of a service hold a lease that has not lapsed. */
    int livingMembers(String schema) {
        return count(
                "select count(*) from " + schema + ".lease where expires_at > clock_timestamp()");
    }

    private int count(String sql) {
        PostgresServer postgres = suite.postgres();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), PostgresServer.USER, postgres.password());
                var statement = connection.createStatement();
                var count = statement.executeQuery(sql)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes it as late as the forms of a run may be filled. */
    void letFormsLapse(String runId) {
        update(
                "update engine.form set expires_at = clock_timestamp() where run_id = ?::uuid",
                runId);
    }

    private void update(String sql, String parameter) {
        PostgresServer postgres = suite.postgres();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), PostgresServer.USER, postgres.password());
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many runs have not ended. */
    int openRuns() {
        return count("select count(*) from engine.run where status in ('running', 'paused')");
    }

    static Path repository() {
        return Path.of(System.getProperty("holdfast.root", ".."));
    }

    @Override
    public void close() {
        suite.close();
        traces.close();
        target.close();
        tools.close();
        models.close();
    }
}
