package io.holdfast.engine.app.node.http;

import io.holdfast.engine.app.egress.EgressConfig;
import io.holdfast.engine.app.egress.OutboundException;
import io.holdfast.engine.app.egress.OutboundHttp;
import io.holdfast.engine.app.egress.OutboundRequest;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.egress.ResponseTooLargeException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.node.http.HttpCall;
import io.holdfast.engine.node.http.HttpReply;
import io.holdfast.engine.node.http.HttpResponses;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sends the requests of http-request nodes, to where the egress policy lets them (dsl.md 3.7). */
@ApplicationScoped
class HttpRequestHandler implements StepHandler<HttpReply, HttpCall> {

    /** Headers that frame the message: the client's business, wrong ones would break it. */
    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "upgrade", "te", "expect");

    /** Methods whose repetition is harmless only when the server recognises it. */
    private static final Set<String> REPEATABLE_BY_KEY = Set.of("POST", "PATCH");

    /**
     * Tells a request that another engine sends again, since nobody knows what became of it, from a
     * retry that the author asked for after a failure. The author's own key goes before it.
     */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final OutboundHttp http;
    private final long mostText;

    HttpRequestHandler(OutboundHttp http, EgressConfig config) {
        this.http = http;
        this.mostText = config.maxText().asLongValue();
    }

    @Override
    public Class<HttpCall> requestType() {
        return HttpCall.class;
    }

    @Override
    public HttpReply handle(StepCall<HttpCall> call) throws InterruptedException {
        try {
            OutboundResponse response = http.send(outbound(call), mostText);
            return HttpResponses.answer(
                    response.status(), response.headers(), response.body().getBytes(), mostText);
        } catch (ResponseTooLargeException e) {
            return HttpResponses.tooLong(e.headers(), e.beginning().getBytes(), e.size(), mostText);
        } catch (OutboundException e) {
            return HttpReply.Failed.of(String.valueOf(e.getMessage()));
        }
    }

    private static OutboundRequest outbound(StepCall<HttpCall> step) {
        HttpCall call = step.request();
        URI url = URI.create(call.url());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (REPEATABLE_BY_KEY.contains(call.method())) {
            headers.put(IDEMPOTENCY_KEY, step.callId() + "-" + step.attempt());
        }
        if (url.getUserInfo() != null) {
            byte[] user = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        call.headers()
                .forEach((name, value) -> {
                    if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                        headers.put(name, value);
                    }
                });
        return new OutboundRequest(
                call.method(),
                url,
                headers,
                Buffer.buffer(call.body()),
                call.connect(),
                call.read(),
                call.verifyTls());
    }
}
