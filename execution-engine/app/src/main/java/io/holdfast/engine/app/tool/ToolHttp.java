package io.holdfast.engine.app.tool;

import io.holdfast.engine.app.egress.EgressPolicy;
import io.holdfast.engine.app.egress.OutboundException;
import io.holdfast.engine.app.egress.OutboundHttp;
import io.holdfast.engine.app.egress.OutboundRequest;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Sends the requests of tools. */
@ApplicationScoped
public class ToolHttp {

    private final OutboundHttp http;
    private final EgressPolicy policy;
    private final ToolConfig config;

    public ToolHttp(OutboundHttp http, EgressPolicy policy, ToolConfig config) {
        this.http = http;
        this.policy = policy;
        this.config = config;
    }

    /**
     * A request.
     *
     * @param body may be empty
     */
    public record Request(String method, String url, Map<String, String> headers, Buffer body) {

        /** A request without a body. */
        public static Request get(String url, Map<String, String> headers) {
            return new Request("GET", url, headers, Buffer.buffer());
        }
    }

    /**
     * Sends a request where an app wants it to go, and waits for the answer, whatever its status.
     *
     * @throws ToolException when there is none, or it must not go there
     */
    public OutboundResponse send(Request request) throws InterruptedException {
        return send(request, policy);
    }

    /**
     * Sends a request to a server that the operator has named, which may be in their own network.
     *
     * @throws ToolException when there is no answer
     */
    public OutboundResponse send(Request request, URI named) throws InterruptedException {
        return send(request, policy.allowing(named));
    }

    private OutboundResponse send(Request request, EgressPolicy rules) throws InterruptedException {
        try {
            return http.send(
                    new OutboundRequest(
                            request.method(),
                            URI.create(request.url()),
                            request.headers(),
                            request.body(),
                            config.connect(),
                            config.read(),
                            true),
                    config.mostAnswer().asLongValue(),
                    rules);
        } catch (OutboundException | IllegalArgumentException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }
}
