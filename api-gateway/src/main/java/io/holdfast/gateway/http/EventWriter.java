package io.holdfast.gateway.http;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one event stream and pings in it. It asks for the next frame when the connection can take
 * it, so that a slow reader holds the run's stream back and fills no memory. All of it happens on
 * the request's event loop.
 */
final class EventWriter implements MultiSubscriber<String> {

    private static final Logger LOGGER = Logger.getLogger(EventWriter.class);
    private static final String PING = "event: ping\n\n";
    private static final long NO_TIMER = -1;

    private final HttpServerResponse response;
    private final Vertx vertx;
    private Flow.@Nullable Subscription upstream;
    private long pings = NO_TIMER;
    private boolean over;

    private EventWriter(HttpServerResponse response, Vertx vertx) {
        this.response = response;
        this.vertx = vertx;
    }

    static void start(HttpServerResponse response, Answer.Events events, Duration pingEvery) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "an event loop");
        EventWriter writer = new EventWriter(response, context.owner());
        if (!response.closed()) {
            writer.open(events, pingEvery);
        } else {
            writer.over = true;
        }
        // Subscribed to even when the caller has gone: cancelling lets go of what is behind it.
        events.frames().subscribe().withSubscriber(writer);
    }

    private void open(Answer.Events events, Duration pingEvery) {
        response.setStatusCode(200).setChunked(true);
        response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("X-Accel-Buffering", "no");
        events.headers().forEach(response::putHeader);
        response.closeHandler(gone -> leave());
        response.exceptionHandler(fault -> leave());
        response.drainHandler(empty -> demand());
        if (events.pingFirst()) {
            response.write(PING);
        }
        pings = vertx.setPeriodic(pingEvery.toMillis(), id -> ping());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        if (over) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onItem(String frame) {
        if (over) {
            return;
        }
        response.write(frame);
        if (!response.writeQueueFull()) {
            demand();
        }
    }

    @Override
    public void onCompletion() {
        end();
    }

    @Override
    public void onFailure(Throwable fault) {
        LOGGER.error("An event stream broke off", fault);
        end();
    }

    private void demand() {
        Flow.Subscription subscription = upstream;
        if (!over && subscription != null) {
            subscription.request(1);
        }
    }

    private void ping() {
        if (!over && !response.writeQueueFull()) {
            response.write(PING);
        }
    }

    private void end() {
        if (!over) {
            stop();
            response.end();
        }
    }

    /** The caller went; the run goes on without a reader. */
    private void leave() {
        if (!over) {
            stop();
            Flow.Subscription subscription = upstream;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }

    private void stop() {
        over = true;
        if (pings != NO_TIMER) {
            vertx.cancelTimer(pings);
        }
    }
}
