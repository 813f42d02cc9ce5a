package io.holdfast.gateway.console;

import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.gateway.auth.ApiKeys;
import io.holdfast.gateway.auth.ConsoleGate;
import io.holdfast.gateway.engine.AppDirectory;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Endpoint;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.QueryNumber;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Apps and their keys, for whoever runs the suite. */
@Singleton
class ConsoleRoutes implements Routes {

    private static final String APPS = "/console/api/apps";
    private static final String APP = APPS + "/{app_id:uuid}";
    private static final String DATASET_KEYS = "/console/api/datasets/api-keys";

    private final ConsoleGate gate;
    private final EngineApi engine;
    private final AppDirectory apps;
    private final ApiKeys keys;
    private final Imports imports;

    ConsoleRoutes(
            ConsoleGate gate, EngineApi engine, AppDirectory apps, ApiKeys keys, Imports imports) {
        this.gate = gate;
        this.engine = engine;
        this.apps = apps;
        this.keys = keys;
        this.imports = imports;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(APPS + "/imports", console(imports::take)),
                Route.post(APPS + "/imports/{import_id:uuid}/confirm", console(imports::confirm)),
                Route.get(APPS, console(this::list)),
                Route.get(APP, console(this::show)),
                Route.delete(APP, console(this::delete)),
                Route.get(APP + "/export", console(this::export)),
                Route.get(APP + "/triggers", console(this::listTriggers)),
                Route.post(APP + "/api-keys", console(this::createAppKey)),
                Route.get(APP + "/api-keys", console(this::listAppKeys)),
                Route.delete(APP + "/api-keys/{key_id:uuid}", console(this::deleteAppKey)),
                Route.post(DATASET_KEYS, console(this::createDatasetKey)),
                Route.get(DATASET_KEYS, console(this::listDatasetKeys)),
                Route.delete(DATASET_KEYS + "/{key_id:uuid}", console(this::deleteDatasetKey)));
    }

    private Endpoint console(Function<Call, Uni<Answer>> work) {
        return gate.console(call ->
                work.apply(call)
                        .onFailure(RefusedException.class)
                        .transform(ConsoleRoutes::refusal));
    }

    private static Throwable refusal(Throwable fault) {
        return fault instanceof RefusedException refused && refused.problem().status() == 404
                ? DifyException.notFound("App not found.")
                : fault;
    }

    private Uni<Answer> list(Call call) {
        int page = QueryNumber.of(call, "page", 1, 1, 99_999);
        int limit = QueryNumber.of(call, "limit", 20, 1, 100);
        String mode = call.query("mode").filter(m -> !m.equals("all")).orElse(null);
        String name = call.query("name").orElse(null);
        return engine.apps(Tenants.DEFAULT, page, limit, mode, name)
                .map(found ->
                        Answer.ok(
                                new Fields()
                                        .put("page", found.page())
                                        .put("limit", found.limit())
                                        .put("total", found.total())
                                        .put("has_more", found.hasMore())
                                        .put(
                                                "data",
                                                found.data().stream()
                                                        .map(ConsoleViews::app)
                                                        .toList())
                                        .map()));
    }

    private Uni<Answer> show(Call call) {
        return engine.app(call.id("app_id")).map(app -> Answer.ok(ConsoleViews.detail(app)));
    }

    private Uni<Answer> delete(Call call) {
        UUID appId = call.id("app_id");
        return engine.deleteApp(appId)
                .invoke(() -> apps.forget(appId))
                .chain(() -> keys.deleteOfApp(appId))
                .replaceWith(new Answer.NoContent());
    }

    private Uni<Answer> export(Call call) {
        boolean secrets = call.query("include_secret").filter("true"::equals).isPresent();
        return engine.export(call.id("app_id"), secrets)
                .map(export -> Answer.ok(new Fields().put("data", export.data()).map()));
    }

    /** The webhooks of an app; their URLs begin with where this gateway is reached. */
    private Uni<Answer> listTriggers(Call call) {
        return engine.webhooks(call.id("app_id"))
                .map(found ->
                        Answer.ok(
                                new Fields()
                                        .put(
                                                "data",
                                                found.stream().map(ConsoleViews::webhook).toList())
                                        .map()));
    }

    private Uni<Answer> createAppKey(Call call) {
        UUID appId = call.id("app_id");
        return engine.app(appId)
                .chain(app -> keys.create(app.app().tenantId(), appId))
                .map(key -> new Answer.Json(201, ConsoleViews.newKey(key)));
    }

    private Uni<Answer> listAppKeys(Call call) {
        UUID appId = call.id("app_id");
        return engine.app(appId)
                .chain(app -> keys.list(app.app().tenantId(), appId))
                .map(found -> Answer.ok(ConsoleViews.keys(found)));
    }

    private Uni<Answer> deleteAppKey(Call call) {
        return keys.delete(Tenants.DEFAULT, call.id("app_id"), call.id("key_id"))
                .map(ConsoleRoutes::deleted);
    }

    private Uni<Answer> createDatasetKey(Call call) {
        return keys.create(Tenants.DEFAULT, null)
                .map(key -> new Answer.Json(200, ConsoleViews.newKey(key)));
    }

    private Uni<Answer> listDatasetKeys(Call call) {
        return keys.list(Tenants.DEFAULT, null).map(found -> Answer.ok(ConsoleViews.keys(found)));
    }

    private Uni<Answer> deleteDatasetKey(Call call) {
        return keys.delete(Tenants.DEFAULT, null, call.id("key_id")).map(ConsoleRoutes::deleted);
    }

    private static Answer deleted(boolean there) {
        if (!there) {
            throw DifyException.notFound("API key not found");
        }
        return new Answer.NoContent();
    }
}
