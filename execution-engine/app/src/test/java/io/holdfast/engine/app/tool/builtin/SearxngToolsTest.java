package io.holdfast.engine.app.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.engine.app.egress.EgressPolicy;
import io.holdfast.engine.app.egress.OutboundHttp;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolSettings;
import io.holdfast.engine.app.tool.Usages;
import io.holdfast.engine.node.tool.ToolReply;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search engine of the operator's own network. */
class SearxngToolsTest {

    private final Vertx vertx = Vertx.vertx();
    private final EgressPolicy policy = new EgressPolicy(List.of());
    private final OutboundHttp outbound =
            new OutboundHttp(vertx, policy, 2, Duration.ofSeconds(10));
    private final HttpServer server;
    private volatile String asked = "";
    private volatile String results = "[]";

    SearxngToolsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        outbound.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked = exchange.getRequestURI().toString();
            byte[] body = ("{\"results\": " + results + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked.contains("broken") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ToolProvider engine() {
        ToolSettings settings =
                new ToolSettings("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new SearxngTools(
                        new ToolHttp(outbound, policy, settings), settings, new ObjectMapper())
                .providers()
                .getFirst();
    }

    @Test
    void resultsAreLinesAndJson() throws Exception {
        results =
                "[{\"title\": \"A\", \"url\": \"http://a\", \"content\": \"first\"},"
                        + " {\"title\": \"B\", \"url\": \"http://b\", \"content\": \"second\"}]";

        ToolReply links =
                engine().use(
                                Usages.of(
                                        "searxng_search",
                                        Map.of(
                                                "query",
                                                "ships & sails",
                                                "search_type",
                                                "Page",
                                                "result_type",
                                                "link",
                                                "num_results",
                                                "1")));

        assertThat(asked).isEqualTo("/search?format=json&q=ships+%26+sails&categories=general");
        assertThat(links.text()).isEqualTo("[A](http://a)");
        assertThat(links.json())
                .isEqualTo(List.of(Map.of("title", "A", "url", "http://a", "content", "first")));
        assertThat(engine().use(Usages.of("searxng_search", Map.of("query", "x"))).text())
                .isEqualTo("A\nhttp://a\nfirst\n\nB\nhttp://b\nsecond\n");
    }

    @Test
    void nothingFoundAndFailuresAreTold() throws Exception {
        assertThat(engine().use(Usages.of("searxng_search", Map.of("query", "x"))).text())
                .isEqualTo("No results found");
        assertThatThrownBy(
                        () -> engine().use(Usages.of("searxng_search", Map.of("query", "broken"))))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("500");
        assertThatThrownBy(() -> engine().use(Usages.of("searxng_search", Map.of())))
                .hasMessage("query is required");
    }
}
