package io.holdfast.engine.node.http;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Variables;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends an HTTP request (dsl.md 3.7). */
public final class HttpRequestNode implements NodeLogic {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    private static final double MOST_CONNECT = 10;
    private static final double MOST_READ = 600;
    private static final String CONTENT_TYPE = "Content-Type";
    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;

    private final String method;
    private final ReferenceTemplate url;
    private final List<LineTemplates.Line> params;
    private final ReferenceTemplate headers;
    private final Optional<Authorization> authorization;
    private final BodyTemplate body;
    private final Duration connect;
    private final Duration read;
    private final boolean verifyTls;
    private final boolean errorStatusFails;

    private HttpRequestNode(NodeData data, boolean errorStatusFails) {
        this.method = data.text("method").orElse("get");
        this.url = ReferenceTemplate.parse(data.text("url").orElse(""));
        this.params = LineTemplates.params(data.text("params").orElse(""));
        this.headers = ReferenceTemplate.parse(data.text("headers").orElse(""));
        this.authorization = Authorization.parse(data.child("authorization"));
        this.body = BodyTemplate.parse(data.child("body"));
        NodeData timeout = data.child("timeout");
        this.connect = seconds(timeout, "connect", MOST_CONNECT);
        this.read = seconds(timeout, "read", MOST_READ);
        this.verifyTls = data.flag("ssl_verify", true);
        this.errorStatusFails = errorStatusFails;
    }

    /**
     * Reads the node.
     *
     * @throws io.holdfast.engine.node.NodeDataException when its configuration cannot be used
     */
    public static HttpRequestNode parse(NodeDefinition definition) {
        NodeData data = NodeData.of(definition.data());
        boolean retries = data.child("retry_config").flag("retry_enabled", false);
        boolean handles = definition.errorPolicy().strategy() != ErrorPolicy.Strategy.NONE;
        return new HttpRequestNode(data, retries || handles);
    }

    /** The maximum is the default as well. */
    private static Duration seconds(NodeData data, String name, double most) {
        double wanted = data.number(name).map(Number::doubleValue).orElse(0.0);
        double taken = wanted > 0 ? Math.min(wanted, most) : most;
        return Duration.ofMillis(Math.max(1, Math.round(taken * Duration.ofSeconds(1).toMillis())));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        try {
            HttpCall call = call(scope.variables());
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            String secret = authorization.map(Authorization::header).orElse(null);
            shown.put("request", RequestDump.of(call, secret));
            return new NodeStep.Ask<>(call, reply -> outcome(reply, shown));
        } catch (HttpNodeException e) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of(e.errorType(), String.valueOf(e.getMessage())));
        }
    }

    private HttpCall call(Variables variables) throws HttpNodeException {
        String target =
                RequestUrl.of(url.renderText(variables), LineTemplates.render(params, variables));
        String verb = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(verb)) {
            throw new HttpNodeException("InvalidHttpMethodError", "Invalid http method " + method);
        }
        Content content = body.render(variables);
        Map<String, String> sent = headers(variables, content);
        return new HttpCall(verb, target, sent, content.text(), connect, read, verifyTls);
    }

    /** In the author's order; what the body and the authorization need is added at the end. */
    private Map<String, String> headers(Variables variables, Content content)
            throws HttpNodeException {
        Map<String, String> sent = LineTemplates.headers(headers.renderText(variables));
        if (content.insistsOnType()) {
            sent.keySet().removeIf(CONTENT_TYPE::equalsIgnoreCase);
        }
        if (!content.type().isEmpty()
                && sent.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
            sent.put(CONTENT_TYPE, content.type());
        }
        if (authorization.isPresent()) {
            authorization.get().addTo(sent, variables);
        }
        return sent;
    }

    private NodeOutcome outcome(HttpReply reply, Map<String, @Nullable Object> shown) {
        return switch (reply) {
            case HttpReply.Failed(String type, String message) ->
                    new NodeOutcome.Failed(type, message, Map.of(), shown);
            case HttpReply.Answered answer when errorStatusFails && !isSuccess(answer.status()) ->
                    new NodeOutcome.Failed(
                            "HTTPResponseCodeError",
                            "Request failed with status code " + answer.status(),
                            Map.of(),
                            shown);
            case HttpReply.Answered answer ->
                    NodeOutcome.Succeeded.of(Map.of(), outputs(answer)).withProcessData(shown);
        };
    }

    private static boolean isSuccess(int status) {
        return status >= SUCCESS && status < REDIRECTION;
    }

    private static Map<String, @Nullable Object> outputs(HttpReply.Answered answer) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("status_code", (long) answer.status());
        outputs.put("body", answer.body());
        outputs.put("headers", new LinkedHashMap<String, @Nullable Object>(answer.headers()));
        outputs.put("files", List.of());
        return outputs;
    }
}
