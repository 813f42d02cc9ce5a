package io.holdfast.engine.app.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.app.egress.EgressPolicy;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.platform.json.Json;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers for their tools and uses them. Each question has a session of its own: the engine
 * that asks next may be another one. Blocking: for virtual threads.
 */
@ApplicationScoped
public class McpServers {

    private final McpConfig config;
    private final McpTransports transports;
    private final ObjectMapper mapper;
    private final Semaphore places;

    McpServers(McpConfig config, EgressPolicy policy, ObjectMapper mapper) {
        this.config = config;
        this.mapper = Json.plainValues(mapper);
        this.transports = new McpTransports(config, policy);
        this.places = new Semaphore(config.concurrency());
    }

    /** Something that is done in a session. */
    @FunctionalInterface
    private interface Work<T> {

        T in(McpSyncClient client);
    }

    /** Whose word it is that a server may be asked. */
    public enum Named {
        /** An app names it: the egress policy holds. */
        BY_APP,
        /** The operator names it: it may be in their own network. */
        BY_OPERATOR
    }

    /** All tools of a server. */
    public List<ToolDescription> tools(McpServer server, Named named)
            throws McpException, InterruptedException {
        return within(
                server,
                named,
                client -> {
                    List<ToolDescription> tools = new ArrayList<>();
                    client.listTools().tools().forEach(tool -> tools.add(describe(tool)));
                    return tools;
                });
    }

    /** Uses a tool. */
    public McpReply use(
            McpServer server, Named named, String tool, Map<String, @Nullable Object> arguments)
            throws McpException, InterruptedException {
        return within(
                server,
                named,
                client ->
                        McpContents.read(
                                client.callTool(new McpSchema.CallToolRequest(tool, arguments)),
                                mapper));
    }

    @SuppressWarnings("unchecked") // a JSON schema is an object
    private ToolDescription describe(McpSchema.Tool tool) {
        Map<String, @Nullable Object> schema =
                tool.inputSchema() == null
                        ? new LinkedHashMap<>()
                        : mapper.convertValue(tool.inputSchema(), Map.class);
        schema.values().removeIf(value -> value == null);
        return new ToolDescription(
                tool.name(),
                tool.title() == null ? tool.name() : tool.title(),
                tool.description() == null ? "" : tool.description(),
                schema);
    }

    private <T> T within(McpServer server, Named named, Work<T> work)
            throws McpException, InterruptedException {
        places.acquire();
        try {
            McpClientTransport transport = transports.open(server, named);
            try (McpSyncClient client =
                    McpClient.sync(transport)
                            .clientInfo(new McpSchema.Implementation("holdfast", "1"))
                            .requestTimeout(config.answer())
                            .initializationTimeout(config.answer())
                            .build()) {
                client.initialize();
                return work.in(client);
            }
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the step was cancelled");
            }
            throw new McpException(server.name() + ": " + reason(e), e);
        } finally {
            places.release();
        }
    }

    /** The innermost cause says most. */
    private static String reason(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
