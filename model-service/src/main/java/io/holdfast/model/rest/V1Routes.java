package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.call.ModelCalls;
import io.holdfast.model.failure.ModelFailure;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * The OpenAI protocol's calls, on the plain router: an answer is decided by its first piece and
 * written as fast as the caller reads, which is simpler said to the socket than through JAX-RS.
 */
@Singleton
public class V1Routes {

    private static final Logger LOG = Logger.getLogger(V1Routes.class);
    private static final int AHEAD_OF_JAX_RS = 10;

    private final ModelCalls calls;
    private final CallerKeys keys;
    private final ObjectMapper json;
    private final RequestReader reader;
    private final Limits limits;
    private final Clock clock;

    public V1Routes(
            ModelCalls calls,
            CallerKeys keys,
            ObjectMapper json,
            DefaultModels defaults,
            Limits limits,
            Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.json = json;
        this.reader = new RequestReader(json, defaults);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What a request may be.
     *
     * @param body bytes
     */
    public record Limits(long body) {}

    void register(@Observes Router router) {
        var body = BodyHandler.create(false).setBodyLimit(limits.body());
        router.route("/v1/*")
                .order(AHEAD_OF_JAX_RS)
                .handler(this::admit)
                .failureHandler(this::failed);
        router.post("/v1/chat/completions")
                .order(AHEAD_OF_JAX_RS + 1)
                .handler(body)
                .handler(http -> serve(http, ModelType.LLM))
                .failureHandler(this::failed);
        router.post("/v1/embeddings")
                .order(AHEAD_OF_JAX_RS + 1)
                .handler(body)
                .handler(http -> serve(http, ModelType.TEXT_EMBEDDING))
                .failureHandler(this::failed);
    }

    private void admit(RoutingContext http) {
        keys.check(http.request().getHeader("Authorization"));
        http.next();
    }

    private void serve(RoutingContext http, ModelType type) {
        var buffer = http.body().buffer();
        if (buffer == null) {
            throw ModelFailure.badRequest("invalid_json", "The body must be a JSON object.");
        }
        var call = reader.read(type, http.request().headers(), buffer);
        calls.serve(call)
                .subscribe()
                .withSubscriber(new AnswerWriter(http.response(), json, call.stream(), clock));
    }

    private void failed(RoutingContext http) {
        if (http.response().ended()) {
            return;
        }
        if (http.failure() instanceof ModelFailure failure) {
            AnswerWriter.refuse(http.response(), failure);
        } else if (http.statusCode() == 413) {
            AnswerWriter.refuse(http.response(), tooLarge());
        } else {
            LOG.error("A request failed inside", http.failure());
            AnswerWriter.refuse(http.response(), ModelFailure.internal());
        }
    }

    private ModelFailure tooLarge() {
        return ModelFailure.of(
                ModelErrorType.BAD_REQUEST,
                "request_too_large",
                413,
                "The body is larger than %d bytes.".formatted(limits.body()));
    }
}
