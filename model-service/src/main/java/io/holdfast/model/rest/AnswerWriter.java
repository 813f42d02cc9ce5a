package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.call.Delivery;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.Piece;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Flow.Subscription;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer as it comes and asks for the next piece when the caller's socket has room. The
 * status is decided by the first piece: what fails before it is an ordinary error answer, what
 * fails later an error event that ends the stream without {@code [DONE]}.
 */
final class AnswerWriter implements MultiSubscriber<Delivery> {

    private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

    private final HttpServerResponse response;
    private final ObjectMapper json;
    private final boolean stream;
    private final Clock clock;
    private @Nullable Subscription source;
    private @Nullable ObjectNode whole;

    AnswerWriter(HttpServerResponse response, ObjectMapper json, boolean stream, Clock clock) {
        this.response = response;
        this.json = json;
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        response.closeHandler(ignored -> subscription.cancel());
        subscription.request(1);
    }

    @Override
    public void onItem(Delivery delivery) {
        switch (delivery) {
            case Delivery.Part(Piece.Chunk chunk) -> event(chunk.json());
            case Delivery.Part(Piece.Whole answer) -> whole = answer.json();
            case Delivery.Part(Piece.Counts ignored) -> {}
            case Delivery.Account account -> account(account);
        }
        more();
    }

    @Override
    public void onFailure(Throwable failure) {
        var told = known(failure);
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            event(ErrorBody.of(told).toString());
            response.end();
        } else {
            refuse(response, told);
        }
    }

    @Override
    public void onCompletion() {
        if (response.ended() || response.closed()) {
            return;
        }
        if (stream) {
            head();
            response.end("data: [DONE]\n\n");
        } else if (whole != null) {
            response.putHeader("Content-Type", "application/json").end(whole.toString());
        } else {
            refuse(
                    response,
                    ModelFailure.unavailable("empty_answer", "The upstream answered nothing."));
        }
    }

    static void refuse(HttpServerResponse response, ModelFailure failure) {
        var wait = failure.retryAfter();
        if (wait != null) {
            response.putHeader("Retry-After", Long.toString(ceilSeconds(wait)));
        }
        response.setStatusCode(failure.status())
                .putHeader("Content-Type", "application/json")
                .end(ErrorBody.of(failure).toString());
    }

    private void account(Delivery.Account account) {
        if (stream) {
            event(usageChunk(account).toString());
        } else if (whole != null) {
            whole.set("usage", account.usage());
            whole.set("x_holdfast", json.valueToTree(account.report()));
        }
    }

    /** The last chunk of every stream, whether the caller asked for it or not. */
    private ObjectNode usageChunk(Delivery.Account account) {
        var chunk = JsonNodeFactory.instance.objectNode();
        chunk.put("id", "chatcmpl-usage")
                .put("object", "chat.completion.chunk")
                .put("created", clock.instant().getEpochSecond())
                .put("model", account.report().upstreamModel());
        chunk.putArray("choices");
        chunk.set("usage", account.usage());
        chunk.set("x_holdfast", json.valueToTree(account.report()));
        return chunk;
    }

    private void head() {
        if (!response.headWritten() && !response.isChunked()) {
            response.setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .putHeader("Cache-Control", "no-cache")
                    // Proxies in between must not collect tokens.
                    .putHeader("X-Accel-Buffering", "no");
        }
    }

    private void event(String data) {
        head();
        response.write("data: " + data + "\n\n");
    }

    private void more() {
        var upstream = source;
        if (upstream == null || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> upstream.request(1));
        } else {
            upstream.request(1);
        }
    }

    private static ModelFailure known(Throwable failure) {
        if (failure instanceof ModelFailure told) {
            return told;
        }
        LOG.error("A model call failed inside", failure);
        return ModelFailure.internal();
    }

    private static long ceilSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
