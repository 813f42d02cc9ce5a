package io.holdfast.gateway.fake;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.contracts.run.RunView;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One engine. All engines show the same {@link EngineWorld}. */
public final class FakeEngine extends FakeServer {

    private static final String RUNS = "/internal/v1/runs";
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final EngineWorld world;

    FakeEngine(Vertx vertx, EngineWorld world) {
        super(vertx);
        this.world = world;
    }

    @Override
    void answer(HttpServerRequest request, Buffer body) {
        String path = path(request);
        if (path.equals(RUNS)) {
            start(request, body);
        } else if (path.startsWith(RUNS) && path.endsWith("/events")) {
            resume(request);
        } else if (path.startsWith(RUNS)) {
            view(request);
        } else if (path.startsWith("/internal/v1/files/")) {
            json(request, world.appsOfFile(UUID.fromString(path.split("/", -1)[4])));
        } else if (path.equals("/internal/v1/triggers/requests")) {
            world.requests().add(read(body, TriggerRequest.class));
            request.response().setStatusCode(204).end();
        } else if (path.startsWith("/internal/v1/triggers/webhooks/")) {
            webhook(request, world.webhooks().get(path.split("/", -1)[5]));
        } else if (path.startsWith("/internal/v1/tasks/")) {
            request.response().setStatusCode(204).end();
        } else {
            FakeCatalog.answer(world, request, body);
        }
    }

    /** A body that cannot be read is refused, as the engine does. */
    private void start(HttpServerRequest request, Buffer body) {
        try {
            start(request, read(body, StartRunRequest.class));
        } catch (IllegalArgumentException unreadable) {
            problem(request, 400, "invalid_input", "The body is no run request");
        }
    }

    private void start(HttpServerRequest request, StartRunRequest asked) {
        world.note(asked);
        EngineWorld.Refusal refusal = world.refusal(this);
        if (refusal != null) {
            if (refusal.status() == 503) {
                request.response().putHeader("Retry-After", "1");
            }
            problem(request, refusal.status(), refusal.code(), refusal.message());
            return;
        }
        stream(request, world.run(asked), 0);
    }

    private void resume(HttpServerRequest request) {
        stream(request, world.current(), Integer.parseInt(request.getParam("after")) + 1);
    }

    private void stream(HttpServerRequest request, ScriptedRun run, int from) {
        request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        request.response().writeHead();
        if (from == 0 && run.takeCut(-1)) {
            vertx().setTimer(LOOK_AGAIN_MILLIS, now -> request.connection().close());
            return;
        }
        go(request, run, from);
    }

    private void go(HttpServerRequest request, ScriptedRun run, int from) {
        int seq = from;
        while (seq <= run.last() && run.has(seq)) {
            request.response().write("id: " + seq + "\ndata: " + text(run.envelope(seq)) + "\n\n");
            if (run.takeCut(seq)) {
                vertx().setTimer(LOOK_AGAIN_MILLIS, now -> request.connection().close());
                return;
            }
            seq++;
        }
        int next = seq;
        if (next > run.last()) {
            request.response().end();
        } else if (!request.response().closed()) {
            vertx().setTimer(LOOK_AGAIN_MILLIS, again -> go(request, run, next));
        }
    }

    private void webhook(HttpServerRequest request, @Nullable Webhook webhook) {
        if (webhook == null) {
            problem(request, 404, "trigger_not_found", "There is no such trigger.");
        } else {
            json(request, webhook);
        }
    }

    private void view(HttpServerRequest request) {
        UUID id = UUID.fromString(path(request).substring(RUNS.length() + 1));
        ScriptedRun run = world.current();
        if (!run.handle().runId().equals(id)) {
            problem(request, 404, "run_not_found", "There is no run " + id);
            return;
        }
        json(
                request,
                new RunView(
                        run.handle(),
                        RunStatus.SUCCEEDED,
                        Map.of("name", "Ada"),
                        Map.of("greeting", "Hi"),
                        null,
                        2,
                        7,
                        1.25,
                        ScriptedRun.STARTED.plusSeconds(2)));
    }
}
