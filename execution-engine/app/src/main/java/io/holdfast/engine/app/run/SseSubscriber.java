package io.holdfast.engine.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the events of a run as server-sent events, no faster than the client reads. */
final class SseSubscriber implements Flow.Subscriber<RunEventEnvelope> {

    private static final Logger LOGGER = Logger.getLogger(SseSubscriber.class);

    private final HttpServerResponse response;
    private final ObjectMapper mapper;
    private Flow.@Nullable Subscription subscription;

    SseSubscriber(HttpServerResponse response, ObjectMapper mapper) {
        this.response = response;
        this.mapper = mapper;
    }

    @Override
    public void onSubscribe(Flow.Subscription fresh) {
        subscription = fresh;
        response.setStatusCode(200)
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache");
        response.closeHandler(_ -> fresh.cancel());
        response.exceptionHandler(_ -> fresh.cancel());
        fresh.request(1);
    }

    @Override
    public void onNext(RunEventEnvelope envelope) {
        if (response.ended() || response.closed()) {
            return;
        }
        var _ = response.write(frame(envelope));
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> demand());
        } else {
            demand();
        }
    }

    @Override
    public void onError(Throwable failure) {
        // the client sees a stream that breaks off and asks another engine
        LOGGER.warnf("The stream of a run broke off: %s", failure.getMessage());
        response.reset();
    }

    @Override
    public void onComplete() {
        if (!response.ended() && !response.closed()) {
            var _ = response.end();
        }
    }

    private void demand() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private String frame(RunEventEnvelope envelope) {
        try {
            String json = mapper.writeValueAsString(envelope);
            return "id:" + envelope.seq() + "\ndata:" + json + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be written", e);
        }
    }
}
