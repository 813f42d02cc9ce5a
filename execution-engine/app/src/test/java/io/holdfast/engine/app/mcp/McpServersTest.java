package io.holdfast.engine.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.app.egress.EgressPolicy;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.testing.mcp.MockMcp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of tools, over both transports. */
class McpServersTest {

    private final MockMcp mock = MockMcp.start();
    private final McpServers servers = servers(List.of("127.0.0.1"));

    private static McpServers servers(List<String> allowed) {
        McpConfig config =
                new McpConfig() {
                    @Override
                    public Duration connect() {
                        return Duration.ofSeconds(5);
                    }

                    @Override
                    public Duration answer() {
                        return Duration.ofSeconds(5);
                    }

                    @Override
                    public int concurrency() {
                        return 2;
                    }
                };
        return new McpServers(config, new EgressPolicy(allowed), new ObjectMapper());
    }

    private McpServer server(String transport) {
        return new McpServer(
                "scales",
                transport,
                transport.equals("sse") ? mock.sseUrl() : mock.url(),
                Map.of("Authorization", "Bearer sesame"));
    }

    @AfterEach
    void close() {
        mock.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamable_http", "sse"})
    void aServerTellsItsToolsAndLetsThemBeUsed(String transport) throws Exception {
        assertThat(servers.tools(server(transport), McpServers.Named.BY_APP))
                .extracting(ToolDescription::name)
                .containsExactly("weigh", "break", "draw");
        assertThat(
                        servers.tools(server(transport), McpServers.Named.BY_APP)
                                .getFirst()
                                .parameters())
                .containsEntry("required", List.of("thing"));
        assertThat(
                        servers.use(
                                server(transport),
                                McpServers.Named.BY_APP,
                                "weigh",
                                Map.of("thing", "ship")))
                .isEqualTo(new McpReply(Observation.of("ship: 3 t"), List.of()));
        assertThat(
                        servers.use(server(transport), McpServers.Named.BY_APP, "break", Map.of())
                                .said())
                .isEqualTo(Observation.failed("it broke"));
        McpReply drawn = servers.use(server(transport), McpServers.Named.BY_APP, "draw", Map.of());
        assertThat(drawn.said()).isEqualTo(Observation.of("[image]"));
        assertThat(drawn.files())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.mimeType()).isEqualTo("image/png");
                    assertThat(file.content()).asString().isEqualTo(MockMcp.PICTURE);
                });
        assertThat(mock.uses())
                .extracting(MockMcp.Use::authorization)
                .containsOnly("Bearer sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamable_http", "sse"})
    void aServerWhereNoRequestMayGoIsNotAsked(String transport) {
        McpServers careful = servers(List.of());

        assertThatThrownBy(() -> careful.tools(server(transport), McpServers.Named.BY_APP))
                .isInstanceOf(McpException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("blocked");
        assertThatCode(() -> careful.tools(server(transport), McpServers.Named.BY_OPERATOR))
                .doesNotThrowAnyException();
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        mock.close();

        assertThatThrownBy(() -> servers.tools(server("streamable_http"), McpServers.Named.BY_APP))
                .isInstanceOf(McpException.class)
                .hasMessageStartingWith("scales: ");
        assertThatThrownBy(() ->
                        servers.tools(
                                new McpServer("odd", "sse", "not a url", Map.of()),
                                McpServers.Named.BY_APP))
                .isInstanceOf(McpException.class)
                .hasMessageStartingWith("odd: ");
    }
}
