package io.holdfast.gateway.fake;

import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all engines know: apps, the run that goes on, and what was asked of them. */
public final class EngineWorld {

    private final Map<UUID, AppDetail> apps = new ConcurrentHashMap<>();
    private final Map<UUID, String> files = new ConcurrentHashMap<>();
    private final Map<FakeEngine, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();
    private final List<TriggerRequest> requests = new CopyOnWriteArrayList<>();
    private final List<AnnotationReplySetting> settings = new CopyOnWriteArrayList<>();
    private final List<StartRunRequest> started = new CopyOnWriteArrayList<>();
    private volatile List<RunEvent> story = List.of();
    private volatile UnaryOperator<ScriptedRun> direction = UnaryOperator.identity();
    private volatile @Nullable ScriptedRun current;
    private volatile @Nullable UUID currentId;

    /** Webhooks by id. */
    public Map<String, Webhook> webhooks() {
        return webhooks;
    }

    /** The runs that triggers have asked for. */
    public List<TriggerRequest> requests() {
        return requests;
    }

    /** How annotations were switched on, each time. */
    public List<AnnotationReplySetting> settings() {
        return settings;
    }

    /** How an engine refuses to start a run. */
    public record Refusal(int status, String code, String message) {}

    Map<UUID, AppDetail> apps() {
        return apps;
    }

    Map<UUID, String> files() {
        return files;
    }

    /** The next run goes like this. */
    public void script(List<RunEvent> events) {
        script(events, UnaryOperator.identity());
    }

    /** The next run goes like this, with pauses and cuts. */
    public void script(List<RunEvent> events, UnaryOperator<ScriptedRun> directed) {
        story = events;
        direction = directed;
    }

    /** An engine refuses all runs until {@link #acceptAll}. */
    public void refuse(FakeEngine engine, int status, String code, String message) {
        refusals.put(engine, new Refusal(status, code, message));
    }

    /** No engine refuses any more, and nothing was asked so far. */
    public void acceptAll() {
        refusals.clear();
        started.clear();
    }

    @Nullable Refusal refusal(FakeEngine engine) {
        return refusals.get(engine);
    }

    /** A file that went into a run is in a message of its app. */
    List<UUID> appsOfFile(UUID fileId) {
        return started.stream()
                .filter(run -> run.uploads().stream().anyMatch(file -> file.id().equals(fileId)))
                .map(StartRunRequest::appId)
                .toList();
    }

    void note(StartRunRequest request) {
        started.add(request);
    }

    /** The requests for runs, refused ones too. */
    public List<StartRunRequest> started() {
        return started;
    }

    /** Who asks twice under one id gets the same run. */
    synchronized ScriptedRun run(StartRunRequest asked) {
        if (Objects.requireNonNull(asked.runId()).equals(currentId)) {
            return current();
        }
        currentId = asked.runId();
        AppDetail app = Objects.requireNonNull(apps.get(asked.appId()));
        var run =
                new ScriptedRun(
                        ScriptedRun.handle(
                                asked.appId(), app.app().mode(), asked.tenantId(), asked.user()),
                        story);
        current = direction.apply(run);
        return current();
    }

    /** The newest run. */
    public ScriptedRun current() {
        return Objects.requireNonNull(current, "no run was started yet");
    }
}
