package io.holdfast.gateway.fake;

import io.holdfast.contracts.annotation.AnnotationJobView;
import io.holdfast.contracts.annotation.AnnotationPage;
import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.contracts.annotation.AnnotationText;
import io.holdfast.contracts.annotation.AnnotationView;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The annotations of the engines: two in each app, and one job. */
public final class FakeAnnotations {

    /** An annotation that is there. */
    public static final UUID KNOWN = UUID.fromString("01990000-0000-7000-8000-000000000001");

    /** The job that switches on, and has failed. */
    public static final UUID JOB = UUID.fromString("01990000-0000-7000-8000-0000000000b0");

    private static final int ALL = 2;

    private FakeAnnotations() {}

    /**
     * Answers what is asked of annotations.
     *
     * @param rest of the path, after the app's id
     * @return false for anything else
     */
    static boolean answer(EngineWorld world, HttpServerRequest request, String rest, Buffer body) {
        if (rest.equals("/annotation-reply/enable")) {
            world.settings().add(FakeServer.read(body, AnnotationReplySetting.class));
            FakeServer.json(request, new AnnotationJobView(JOB, "waiting", ""));
        } else if (rest.equals("/annotation-reply/disable")) {
            FakeServer.json(request, new AnnotationJobView(JOB, "processing", ""));
        } else if (rest.equals("/annotation-reply/enable/jobs/" + JOB)) {
            FakeServer.json(request, new AnnotationJobView(JOB, "error", "no such model"));
        } else if (rest.startsWith("/annotation-reply/")) {
            FakeServer.problem(request, 404, "job_not_found", "internal words");
        } else if (rest.equals("/annotations")) {
            all(request, body);
        } else if (rest.equals("/annotations/" + KNOWN)) {
            one(request, body);
        } else if (rest.startsWith("/annotations/")) {
            FakeServer.problem(request, 404, "annotation_not_found", "internal words");
        } else {
            return false;
        }
        return true;
    }

    private static void all(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.POST)) {
            FakeServer.json(request, view(KNOWN, FakeServer.read(body, AnnotationText.class)));
            return;
        }
        int rows = Math.min(ALL, Integer.parseInt(request.getParam("limit")));
        List<AnnotationView> data =
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> view(KNOWN, new AnnotationText("Q" + i, "A" + i)))
                        .toList();
        FakeServer.json(request, new AnnotationPage(ALL, data));
    }

    private static void one(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.DELETE)) {
            request.response().setStatusCode(204).end();
        } else {
            FakeServer.json(request, view(KNOWN, FakeServer.read(body, AnnotationText.class)));
        }
    }

    private static AnnotationView view(UUID id, AnnotationText text) {
        return new AnnotationView(id, text.question(), text.answer(), 3, ScriptedRun.STARTED);
    }
}
