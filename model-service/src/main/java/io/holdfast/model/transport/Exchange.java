package io.holdfast.model.transport;

import io.holdfast.model.failure.ModelFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request to an upstream and its answer. Lives on one event loop; whoever leaves early must
 * {@link #abort}, which closes the connection, so that the upstream stops working.
 */
public final class Exchange {

    private final HttpClient client;
    private final DeadlineWatch watch;
    private @Nullable HttpClientRequest request;
    private boolean aborted;
    private boolean finished;

    Exchange(Vertx vertx, HttpClient client, Deadlines deadlines) {
        this.client = client;
        this.watch = new DeadlineWatch(vertx, deadlines, this::reset);
    }

    /** Sends the request; the answer's head comes first, its body waits until it is asked for. */
    public Uni<Head> send(RequestOptions options, Buffer body) {
        return UniHelper.toUni(client.request(options))
                .onItem()
                .transformToUni(connected -> post(connected, body))
                .onFailure()
                .transform(this::reason);
    }

    private Uni<Head> post(HttpClientRequest connected, Buffer body) {
        request = connected;
        if (aborted || watch.verdict() != null) {
            reset();
            return Uni.createFrom().failure(new TimeoutException());
        }
        return UniHelper.toUni(
                        connected
                                .send(body)
                                .map(response -> {
                                    response.pause();
                                    return response;
                                }))
                .onItem()
                .transform(Head::new);
    }

    /** The first token is there. */
    public void firstToken() {
        watch.firstToken();
    }

    /** The answer is whole: the connection may serve the next call. */
    public void finish() {
        finished = true;
        watch.stop();
    }

    /** Nobody wants the rest. */
    public void abort() {
        aborted = true;
        watch.stop();
        if (!finished) {
            reset();
        }
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    private Throwable reason(Throwable failure) {
        var late = watch.verdict();
        if (late != null) {
            return late;
        }
        return failure instanceof ModelFailure known
                ? known
                : ModelFailure.connection(
                        "connection_failed",
                        "The connection to the model upstream failed: " + Reasons.of(failure));
    }

    /** The head of an answer, its body still in the socket. */
    public final class Head {

        private final HttpClientResponse response;

        Head(HttpClientResponse response) {
            this.response = response;
        }

        /** HTTP status. */
        public int status() {
            return response.statusCode();
        }

        /** The header's value, or null. */
        public @Nullable String header(String name) {
            return response.getHeader(name);
        }

        /** The body, read from the socket as fast as it is asked for. */
        public Multi<Buffer> body() {
            return MultiHelper.toMulti(new WatchedBody(response, watch))
                    .onFailure()
                    .transform(Exchange.this::reason);
        }

        /**
         * The whole body.
         *
         * @param limit bytes; a longer body fails
         */
        public Uni<Buffer> whole(int limit) {
            return body().onItem()
                    .scan(Buffer::buffer, (all, part) -> append(all, part, limit))
                    .collect()
                    .last()
                    .invoke(this::done);
        }

        private void done() {
            finish();
        }

        private Buffer append(Buffer all, Buffer part, int limit) {
            if (all.length() + part.length() > limit) {
                throw ModelFailure.unavailable(
                        "answer_too_large", "The model upstream's answer is too large.");
            }
            return all.appendBuffer(part);
        }
    }
}
