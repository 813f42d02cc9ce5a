package io.holdfast.engine.app.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** One request and its response, read up to a limit. Its callbacks run on one event loop. */
final class Exchange {
    private final Vertx vertx;
    private final URI url;
    private final long mostBytes;
    private final Duration silence;
    private final CompletableFuture<OutboundResponse> done = new CompletableFuture<>();
    private final AtomicReference<HttpClientRequest> request = new AtomicReference<>();
    private final Buffer received = Buffer.buffer();
    private long lastPart = System.nanoTime();
    private volatile long timer = -1;

    Exchange(Vertx vertx, OutboundRequest asked, long mostBytes) {
        this.vertx = vertx;
        this.url = asked.url();
        this.mostBytes = mostBytes;
        this.silence = asked.read();
    }

    CompletableFuture<OutboundResponse> start(Future<HttpClientRequest> connected, Buffer body) {
        connected.onSuccess(ready -> send(ready, body)).onFailure(done::completeExceptionally);
        return done;
    }

    /**
     * The response is asked for at the request itself, whose callbacks come in the order of what
     * the connection reads: by any detour a short response is over before anybody reads it.
     */
    private void send(HttpClientRequest ready, Buffer body) {
        request.set(ready);
        ready.response().onSuccess(this::read).onFailure(done::completeExceptionally);
        if (done.isDone()) {
            ready.reset();
            return;
        }
        ready.send(body).onFailure(done::completeExceptionally);
    }

    private void read(HttpClientResponse response) {
        try {
            listen(response);
        } catch (IllegalStateException e) {
            fail(e); // it is over already
        }
    }

    private void listen(HttpClientResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers()
                .forEach((name, value) ->
                        headers.computeIfAbsent(
                                        name.toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                                .add(value));
        lastPart = System.nanoTime();
        awaitNextPart(silence);
        response.exceptionHandler(this::fail);
        response.handler(part -> take(part, headers));
        response.endHandler(end -> end(response.statusCode(), headers));
    }

    private void end(int status, Map<String, List<String>> headers) {
        vertx.cancelTimer(timer);
        done.complete(new OutboundResponse(status, url, headers, received));
    }

    private void fail(Throwable cause) {
        vertx.cancelTimer(timer);
        done.completeExceptionally(cause);
    }

    private void take(Buffer part, Map<String, List<String>> headers) {
        if (done.isDone()) {
            return;
        }
        lastPart = System.nanoTime();
        received.appendBuffer(part);
        if (received.length() > mostBytes) {
            done.completeExceptionally(new ResponseTooLargeException(headers, received, mostBytes));
            abort();
        }
    }

    /** The client's own timeout ends with the head of the response; the body is watched here. */
    private void awaitNextPart(Duration left) {
        timer = vertx.setTimer(Math.max(1, left.toMillis()), fired -> checkSilence());
    }

    private void checkSilence() {
        if (done.isDone()) {
            return;
        }
        Duration left = silence.minusNanos(System.nanoTime() - lastPart);
        if (left.isPositive()) {
            awaitNextPart(left);
        } else {
            done.completeExceptionally(new TimeoutException());
            abort();
        }
    }

    /** Gives the connection up, whatever state it is in. */
    void abort() {
        vertx.cancelTimer(timer);
        done.cancel(false);
        HttpClientRequest open = request.get();
        if (open != null) {
            open.reset();
        }
    }
}
