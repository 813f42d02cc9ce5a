package io.holdfast.gateway.annotation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.annotation.AnnotationJobView;
import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.contracts.annotation.AnnotationText;
import io.holdfast.contracts.annotation.AnnotationView;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Endpoint;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Paging;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Annotations of an app, and whether they answer (http-api.md 3.9). Apps of any mode have them. */
@Singleton
class AnnotationRoutes implements Routes {

    private static final String ANNOTATIONS = "/v1/apps/annotations";
    private static final String ANNOTATION = ANNOTATIONS + "/{annotation_id:uuid}";
    private static final String REPLY = "/v1/apps/annotation-reply/{action}";

    /** As a client of Dify for Java names the fields (http-api.md 3.9). */
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "scoreThreshold", "score_threshold",
                    "embeddingProviderName", "embedding_provider_name",
                    "embeddingModelName", "embedding_model_name");

    private final AppGate gate;
    private final AnnotationApi engine;
    private final Values values;

    AnnotationRoutes(AppGate gate, AnnotationApi engine, Values values) {
        this.gate = gate;
        this.engine = engine;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ANNOTATIONS, open(this::list)),
                Route.post(ANNOTATIONS, open(this::create)),
                Route.put(ANNOTATION, open(this::update)),
                Route.delete(ANNOTATION, open(this::delete)),
                Route.post(REPLY, open(this::turn)),
                Route.get(REPLY + "/status/{job_id:uuid}", open(this::status)));
    }

    private Endpoint open(Function<AppCall, Uni<Answer>> endpoint) {
        return gate.app(app ->
                endpoint.apply(app)
                        .onFailure(RefusedException.class)
                        .transform(AnnotationRoutes::refusal));
    }

    private Uni<Answer> list(AppCall app) {
        Paging paging = Paging.of(app.call());
        return engine.page(app.appId(), paging)
                .map(page ->
                        paging.answer(
                                page.data().stream().map(AnnotationRoutes::view).toList(),
                                page.total()));
    }

    private Uni<Answer> create(AppCall app) {
        return app.call()
                .json()
                .chain(body -> engine.create(app.appId(), text("AnnotationCreatePayload", body)))
                .map(made -> new Answer.Json(201, view(made)));
    }

    private Uni<Answer> update(AppCall app) {
        UUID id = app.call().id("annotation_id");
        return app.call()
                .json()
                .chain(body ->
                        engine.update(app.appId(), id, text("AnnotationUpdatePayload", body)))
                .map(changed -> Answer.ok(view(changed)));
    }

    private AnnotationText text(String model, ObjectNode body) {
        Payload payload = values.payload(model, body);
        var text = new AnnotationText(payload.text("question"), payload.text("answer"));
        payload.check();
        return text;
    }

    private Uni<Answer> delete(AppCall app) {
        return engine.delete(app.appId(), app.call().id("annotation_id"))
                .replaceWith(new Answer.NoContent());
    }

    private Uni<Answer> turn(AppCall app) {
        String action = app.call().path("action");
        return app.call()
                .json()
                .map(this::setting)
                .chain(setting ->
                        switch (action) {
                            case "enable" -> engine.enable(app.appId(), setting);
                            case "disable" -> engine.disable(app.appId());
                            default ->
                                    throw DifyException.invalidParam(
                                            "The action must be enable or disable.");
                        })
                .map(job -> Answer.ok(job(job).map()));
    }

    private AnnotationReplySetting setting(ObjectNode body) {
        OTHER_NAMES.forEach((other, name) -> {
            if (body.has(other) && !body.has(name)) {
                body.set(name, body.get(other));
            }
        });
        Payload payload = values.payload("AnnotationReplyActionPayload", body);
        var setting =
                new AnnotationReplySetting(
                        payload.requiredNumber("score_threshold"),
                        payload.text("embedding_provider_name"),
                        payload.text("embedding_model_name"));
        payload.check();
        return setting;
    }

    private Uni<Answer> status(AppCall app) {
        return engine.job(app.appId(), app.call().path("action"), app.call().id("job_id"))
                .map(job -> Answer.ok(job(job).put("error_msg", job.error()).map()));
    }

    private static Fields job(AnnotationJobView job) {
        return new Fields().put("job_id", job.id()).put("job_status", job.status());
    }

    private static Map<String, @Nullable Object> view(AnnotationView annotation) {
        return new Fields()
                .put("id", annotation.id())
                .put("question", annotation.question())
                .put("answer", annotation.answer())
                .put("hit_count", annotation.hitCount())
                .time("created_at", annotation.createdAt())
                .map();
    }

    private static Throwable refusal(Throwable fault) {
        String code = fault instanceof RefusedException refused ? refused.code() : "";
        return switch (code) {
            case "annotation_not_found" -> DifyException.notFound("Annotation not found");
            case "job_not_found" -> DifyException.invalidParam("The job does not exist.");
            default -> fault;
        };
    }
}
