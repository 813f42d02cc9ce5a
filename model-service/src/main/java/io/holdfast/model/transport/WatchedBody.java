package io.holdfast.model.transport;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A response body that tells the watch when data is wanted and when it came. */
final class WatchedBody implements ReadStream<Buffer> {

    private final HttpClientResponse response;
    private final DeadlineWatch watch;
    private long wanted;

    WatchedBody(HttpClientResponse response, DeadlineWatch watch) {
        this.response = response;
        this.watch = watch;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        response.handler(handler == null ? null : buffer -> received(handler, buffer));
        return this;
    }

    private void received(Handler<Buffer> handler, Buffer buffer) {
        if (wanted != Long.MAX_VALUE) {
            wanted--;
        }
        watch.received(wanted > 0);
        handler.handle(buffer);
    }

    @Override
    public ReadStream<Buffer> pause() {
        response.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        wanted = amount == Long.MAX_VALUE ? amount : wanted + amount;
        watch.awaiting();
        response.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        response.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        response.endHandler(handler);
        return this;
    }
}
