package io.holdfast.gateway.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;

/** Takes in a paused request's body up to a limit. */
final class BodyReader {

    private final Buffer body = Buffer.buffer();
    private final int limit;
    private final UniEmitter<? super Buffer> emitter;
    private boolean refused;

    private BodyReader(int limit, UniEmitter<? super Buffer> emitter) {
        this.limit = limit;
        this.emitter = emitter;
    }

    /**
     * The whole body.
     *
     * @param within how long the caller may take to send it
     */
    static Uni<Buffer> read(HttpServerRequest request, int limit, Duration within) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    var reader = new BodyReader(limit, emitter);
                    if (declaredLength(request) > limit) {
                        reader.refuse(reader.tooLarge());
                        return;
                    }
                    reader.waitFor(within);
                    request.handler(reader::take);
                    request.exceptionHandler(emitter::fail);
                    request.endHandler(end -> reader.done());
                    request.resume();
                });
    }

    /** A caller that sends a byte now and then does not keep its connection for ever. */
    private void waitFor(Duration within) {
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "an event loop").owner();
        long timer =
                vertx.setTimer(
                        within.toMillis(),
                        late ->
                                refuse(
                                        new DifyException(
                                                408,
                                                "request_timeout",
                                                "The request's body did not arrive in time.")));
        emitter.onTermination(() -> vertx.cancelTimer(timer));
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }

    private void take(Buffer chunk) {
        if (refused) {
            return;
        }
        if (body.length() + chunk.length() > limit) {
            refuse(tooLarge());
            return;
        }
        body.appendBuffer(chunk);
    }

    private void done() {
        if (!refused) {
            emitter.complete(body);
        }
    }

    private void refuse(DifyException fault) {
        refused = true;
        emitter.fail(fault);
    }

    private DifyException tooLarge() {
        return new DifyException(
                413,
                "request_entity_too_large",
                "The request's body is larger than " + limit + " bytes.");
    }
}
