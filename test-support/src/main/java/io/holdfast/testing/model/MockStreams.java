package io.holdfast.testing.model;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays replies on the wire, with their pace and their failures. */
final class MockStreams {

    private final Vertx vertx;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    MockStreams(Vertx vertx) {
        this.vertx = vertx;
    }

    int open() {
        return open.get();
    }

    int cancelled() {
        return cancelled.get();
    }

    void play(HttpServerRequest http, MockRequest request, MockReply reply) {
        var settled = watch(http.response());
        switch (reply) {
            case MockReply.Tokens tokens -> {
                if (request.streams()) {
                    after(tokens.firstToken(), () -> stream(http.response(), request, tokens, 0));
                } else {
                    after(total(tokens), () -> whole(http, request, tokens));
                }
            }
            case MockReply.Chunks chunks -> {
                begin(http.response());
                chunks.chunks().forEach(chunk -> send(http.response(), chunk));
                done(http.response());
            }
            case MockReply.Status status -> {
                status.headers().forEach(http.response()::putHeader);
                json(http, status.status(), status.body());
            }
            case MockReply.Usual ignored ->
                    throw new IllegalArgumentException("The usual is for the caller to know");
            case MockReply.Never ignored -> {}
            case MockReply.Hangup ignored -> hangUp(http, settled);
            case MockReply.Half half -> half(http, request, half, settled);
        }
    }

    void json(HttpServerRequest http, int status, String body) {
        http.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private void whole(HttpServerRequest http, MockRequest request, MockReply.Tokens tokens) {
        if (!http.response().closed()) {
            json(http, 200, MockChat.completion(request, tokens));
        }
    }

    private void stream(
            HttpServerResponse response, MockRequest request, MockReply.Tokens tokens, int at) {
        if (response.closed()) {
            return;
        }
        if (at == 0) {
            begin(response);
            send(response, MockChat.role(request));
        }
        if (at == tokens.tokens().size()) {
            finish(response, request, tokens);
            return;
        }
        send(response, MockChat.delta(request, tokens.tokens().get(at)));
        after(tokens.eachToken(), () -> stream(response, request, tokens, at + 1));
    }

    private void finish(HttpServerResponse response, MockRequest request, MockReply.Tokens tokens) {
        send(response, MockChat.stop(request));
        var asked = request.body().path("stream_options").path("include_usage").asBoolean(false);
        if (asked && tokens.withUsage()) {
            send(response, MockChat.usageChunk(request, tokens.tokens()));
        }
        done(response);
    }

    private void half(
            HttpServerRequest http,
            MockRequest request,
            MockReply.Half half,
            AtomicBoolean settled) {
        var response = http.response();
        begin(response);
        List<String> tokens = half.tokens();
        tokens.forEach(token -> send(response, MockChat.delta(request, token)));
        if (!half.silent()) {
            hangUp(http, settled);
        }
    }

    /** Counts the answer as open until the first of: its end, our own break, the caller's leave. */
    private AtomicBoolean watch(HttpServerResponse response) {
        var settled = new AtomicBoolean();
        open.incrementAndGet();
        response.closeHandler(ignored -> settle(settled, !response.ended()));
        response.endHandler(ignored -> settle(settled, !response.ended()));
        return settled;
    }

    private void settle(AtomicBoolean settled, boolean left) {
        if (settled.compareAndSet(false, true)) {
            open.decrementAndGet();
            if (left) {
                cancelled.incrementAndGet();
            }
        }
    }

    private void hangUp(HttpServerRequest http, AtomicBoolean settled) {
        settle(settled, false);
        // Written bytes leave before the close: both run on this connection's event loop.
        http.connection().close();
    }

    private void after(Duration wait, Runnable what) {
        if (wait.isZero()) {
            what.run();
        } else {
            vertx.setTimer(wait.toMillis(), ignored -> what.run());
        }
    }

    private static Duration total(MockReply.Tokens tokens) {
        var later = Math.max(0, tokens.tokens().size() - 1);
        return tokens.firstToken().plus(tokens.eachToken().multipliedBy(later));
    }

    private static void begin(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    }

    private static void send(HttpServerResponse response, String json) {
        response.write("data: " + json + "\n\n");
    }

    private static void done(HttpServerResponse response) {
        response.end("data: [DONE]\n\n");
    }
}
