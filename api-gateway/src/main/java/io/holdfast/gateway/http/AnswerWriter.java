package io.holdfast.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.gateway.remote.UnreachableException;
import io.holdfast.platform.error.HoldfastException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jboss.logging.Logger;

/** Puts answers and errors on the wire (http-api.md 0 and 1.1). */
final class AnswerWriter {

    private static final Logger LOGGER = Logger.getLogger(AnswerWriter.class);

    private static final String NOT_FOUND_PAGE =
            """
            <!doctype html>
            <html lang=en>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>The requested URL was not found on this server.</p>
            """;

    private final ObjectMapper mapper;
    private final GatewayConfig config;

    AnswerWriter(ObjectMapper mapper, GatewayConfig config) {
        this.mapper = mapper;
        this.config = config;
    }

    void commonHeaders(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("X-Version", config.apiVersion());
        response.putHeader("X-Env", config.environment());
        String origin = request.getHeader("Origin");
        response.putHeader("Access-Control-Allow-Origin", origin == null ? "*" : origin);
        if (origin != null) {
            response.putHeader("Vary", "Origin");
        }
        response.putHeader("Access-Control-Expose-Headers", "X-Version, X-Env, X-Trace-Id");
    }

    void preflight(HttpServerResponse response) {
        response.putHeader("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE, OPTIONS, PATCH")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Content-Type, X-App-Code, X-App-Passport, Authorization")
                .setStatusCode(200)
                .end();
    }

    void redirect(HttpServerRequest request, String to) {
        request.response().setStatusCode(308).putHeader("Location", to).end();
    }

    void noSuchPage(HttpServerRequest request) {
        request.response().setStatusCode(404).putHeader("Content-Type", "text/html; charset=utf-8");
        end(request, Buffer.buffer(NOT_FOUND_PAGE));
    }

    void write(HttpServerRequest request, Answer answer) {
        if (answer instanceof Answer.Events events) {
            EventWriter.start(request.response(), events, config.pingEvery());
            return;
        }
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        letGo(request);
        switch (answer) {
            case Answer.Json json -> json(request, json.status(), json.body());
            case Answer.Content content -> content(request, content);
            case Answer.NoContent none -> response.setStatusCode(204).end();
            case Answer.Events events -> throw new IllegalStateException("written already");
        }
    }

    private void content(HttpServerRequest request, Answer.Content content) {
        HttpServerResponse response = request.response().setStatusCode(200);
        content.headers().forEach(response::putHeader);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Long.toString(content.size())).end();
            return;
        }
        response.sendFile(content.content().toString())
                .onFailure(
                        fault -> LOGGER.debugf(fault, "The caller went before it had the content"));
    }

    void fail(HttpServerRequest request, Throwable fault) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.headWritten()) {
            LOGGER.debugf(fault, "The caller went before the error could be told");
            return;
        }
        HoldfastException known = fault instanceof HoldfastException k ? k : unexpected(fault);
        known.retryAfter()
                .ifPresent(
                        wait -> response.putHeader("Retry-After", Long.toString(wait.toSeconds())));
        if (known.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"api\"");
        }
        boolean cutOff = known.status() == 413 || known.status() == 408;
        if (cutOff && request.version() != HttpVersion.HTTP_2) {
            // The rest of the body is not taken in.
            response.putHeader("Connection", "close");
        }
        letGo(request);
        json(request, known.status(), known.problem());
    }

    /** What nobody has read of a body is taken in; HTTP/2 forbids it for one that has ended. */
    private static void letGo(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }

    private static HoldfastException unexpected(Throwable fault) {
        if (fault instanceof UnreachableException
                || (fault instanceof RefusedException refused && refused.isReplicasFault())) {
            LOGGER.warnf("Answered 503: %s", fault.getMessage());
            return DifyException.unavailable(
                    "A part of this server cannot be reached now. Try again in a moment.", fault);
        }
        LOGGER.error("Answered 500 to an unexpected fault", fault);
        return DifyException.internal(fault);
    }

    private void json(HttpServerRequest request, int status, Object body) {
        HttpServerResponse response = request.response();
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException fault) {
            LOGGER.error("An answer cannot be written as JSON", fault);
            response.setStatusCode(500).end();
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", "application/json; charset=utf-8");
        end(request, Buffer.buffer(bytes));
    }

    /** HTTP/2 forbids a body for who asked for the head alone, and Vert.x would send it. */
    private static void end(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response().putHeader("Content-Length", Integer.toString(body.length())).end();
        } else {
            request.response().end(body);
        }
    }
}
