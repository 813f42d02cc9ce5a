package io.holdfast.engine.app.catalog;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppExport;
import io.holdfast.contracts.app.AppPage;
import io.holdfast.engine.app.annotation.AnnotationSettings;
import io.holdfast.engine.dsl.AppDefinition;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The apps that are there. */
@ApplicationScoped
class AppCatalog {

    private final AppRows apps;
    private final AppVersionRows versions;
    private final AppCodec codec;
    private final AnnotationSettings annotations;
    private final Clock clock;

    AppCatalog(
            AppRows apps,
            AppVersionRows versions,
            AppCodec codec,
            AnnotationSettings annotations,
            Clock clock) {
        this.apps = apps;
        this.versions = versions;
        this.codec = codec;
        this.annotations = annotations;
        this.clock = clock;
    }

    Uni<AppPage> list(
            UUID tenantId, int page, int limit, @Nullable String mode, @Nullable String name) {
        return Panache.withSession(() -> {
            var query = apps.list(tenantId, mode, name);
            return query.count()
                    .chain(total ->
                            query.page(page - 1, limit)
                                    .list()
                                    .map(rows -> page(page, limit, total, rows)));
        });
    }

    private static AppPage page(int page, int limit, long total, List<AppEntity> rows) {
        return new AppPage(
                page,
                limit,
                total,
                (long) page * limit < total,
                rows.stream().map(AppViews::of).toList());
    }

    Uni<AppDetail> detail(UUID id) {
        return Panache.withSession(() -> withVersion(id, this::detail)).chain(this::asSet);
    }

    /** What was set over the API goes before what the file says. */
    private Uni<AppDetail> asSet(AppDetail detail) {
        return annotations
                .shown(detail.app().id())
                .map(set ->
                        set.map(value -> AppViews.with(detail, "annotation_reply", value))
                                .orElse(detail));
    }

    private AppDetail detail(AppEntity app, AppVersionEntity version) {
        AppDefinition definition = codec.definition(version);
        return AppViews.detail(app, definition, codec.missingSecrets(app, version, definition));
    }

    Uni<AppExport> export(UUID id, boolean includeSecret) {
        return Panache.withSession(() ->
                withVersion(
                        id,
                        (app, version) ->
                                new AppExport(
                                        AppExporter.write(
                                                app,
                                                includeSecret
                                                        ? codec.treeWithSecrets(app, version)
                                                        : codec.tree(version)))));
    }

    /** Deletes an app; runs of it that are under way end as they would have. */
    Uni<Void> delete(UUID id) {
        return Panache.withTransaction(
                () -> require(id).invoke(app -> app.deletedAt = clock.instant()).replaceWithVoid());
    }

    /** Gives environment variables values beside the file. */
    Uni<AppDetail> setEnvironment(UUID id, Map<String, @Nullable Object> values) {
        return Panache.withTransaction(() ->
                        withVersion(
                                id,
                                (app, version) -> {
                                    merge(app, version, values);
                                    return detail(app, version);
                                }))
                .chain(this::asSet);
    }

    private void merge(
            AppEntity app, AppVersionEntity version, Map<String, @Nullable Object> values) {
        EnvironmentValues.check(AppCodec.variables(codec.definition(version)), values);
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(codec.overrides(app));
        values.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        codec.storeOverrides(app, merged);
        app.updatedAt = clock.instant();
    }

    private <T> Uni<T> withVersion(UUID id, BiFunction<AppEntity, AppVersionEntity, T> use) {
        return require(id)
                .chain(app ->
                        versions.findOf(app.id, app.currentVersion)
                                .map(AppNotFoundException::require)
                                .map(version -> use.apply(app, version)));
    }

    private Uni<AppEntity> require(UUID id) {
        return apps.findAny(id).map(AppNotFoundException::require);
    }
}
