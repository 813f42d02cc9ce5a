package io.holdfast.engine.app.catalog;

import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.contracts.app.ImportAppResult;
import io.holdfast.engine.app.annotation.AnnotationSettings;
import io.holdfast.engine.app.trigger.AppTriggers;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.importing.ImportOutcome;
import io.holdfast.platform.id.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports files: each becomes a new app or a new version of one. */
@ApplicationScoped
class AppImports {

    private final AppReading reading;
    private final AppRows apps;
    private final AppVersionRows versions;
    private final AppTriggers triggers;
    private final AnnotationSettings annotations;
    private final PendingImports pending;
    private final AppCodec codec;
    private final CatalogConfig config;
    private final Ids ids;
    private final Clock clock;

    AppImports(
            AppReading reading,
            AppRows apps,
            AppVersionRows versions,
            AppTriggers triggers,
            AnnotationSettings annotations,
            PendingImports pending,
            AppCodec codec,
            CatalogConfig config,
            Ids ids,
            Clock clock) {
        this.reading = reading;
        this.apps = apps;
        this.versions = versions;
        this.triggers = triggers;
        this.annotations = annotations;
        this.pending = pending;
        this.codec = codec;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<ImportAppResult> take(ImportAppRequest request) {
        return take(ids.next(), request, false);
    }

    /** Imports what waits under an id. */
    Uni<ImportAppResult> confirm(UUID tenantId, UUID id) {
        return Panache.withTransaction(() -> takeOut(tenantId, id))
                .chain(request ->
                        request == null
                                ? Uni.createFrom().item(ImportResults.expired(id))
                                : take(id, request, true));
    }

    private Uni<@Nullable ImportAppRequest> takeOut(UUID tenantId, UUID id) {
        return pending.findValid(tenantId, id, clock.instant())
                .chain(row ->
                        row == null
                                ? Uni.createFrom().nullItem()
                                : pending.delete(row).replaceWith(codec.open(row)));
    }

    private Uni<ImportAppResult> take(UUID id, ImportAppRequest request, boolean confirmed) {
        return reading.read(request.yamlContent(), confirmed)
                .chain(outcome ->
                        switch (outcome) {
                            case ImportOutcome.Refused refused ->
                                    Uni.createFrom().item(ImportResults.refused(id, refused));
                            case ImportOutcome.NeedsConfirmation newer -> ask(id, request, newer);
                            case ImportOutcome.Imported imported ->
                                    Panache.withTransaction(() -> publish(id, request, imported));
                        });
    }

    private Uni<ImportAppResult> ask(
            UUID id, ImportAppRequest request, ImportOutcome.NeedsConfirmation newer) {
        var row = new PendingImportEntity();
        row.id = id;
        row.tenantId = request.tenantId();
        row.request = codec.seal(id, request);
        row.expiresAt = clock.instant().plus(config.confirmationTime());
        return Panache.withTransaction(() ->
                        pending.forgetExpired(clock.instant()).chain(() -> pending.persist(row)))
                .replaceWith(ImportResults.pending(id, request.appId(), newer));
    }

    private Uni<ImportAppResult> publish(
            UUID id, ImportAppRequest request, ImportOutcome.Imported imported) {
        UUID appId = request.appId();
        if (appId == null) {
            return store(id, created(request), request, imported);
        }
        return apps.findOwn(request.tenantId(), appId)
                .chain(app -> overwrite(id, app, request, imported));
    }

    private Uni<ImportAppResult> overwrite(
            UUID id,
            @Nullable AppEntity app,
            ImportAppRequest request,
            ImportOutcome.Imported imported) {
        if (app == null) {
            return refused(id, imported, "App not found");
        }
        AppMode mode = imported.definition().mode();
        if (!AppMode.of(app.mode).map(AppMode::isGraph).orElse(false)) {
            return refused(id, imported, "Only workflow or advanced chat apps may be overwritten");
        }
        if (!mode.wireName().equals(app.mode)) {
            return refused(
                    id,
                    imported,
                    "The app is of mode "
                            + app.mode
                            + ", the file of mode "
                            + mode.wireName()
                            + ": an app keeps its mode");
        }
        return store(id, app, request, imported);
    }

    private static Uni<ImportAppResult> refused(
            UUID id, ImportOutcome.Imported imported, String error) {
        return Uni.createFrom()
                .item(
                        ImportResults.refused(
                                id, new ImportOutcome.Refused(imported.importedVersion(), error)));
    }

    private AppEntity created(ImportAppRequest request) {
        var app = new AppEntity();
        app.id = ids.next();
        app.tenantId = request.tenantId();
        app.author = request.author();
        app.createdAt = clock.instant();
        return app;
    }

    private Uni<ImportAppResult> store(
            UUID id, AppEntity app, ImportAppRequest request, ImportOutcome.Imported imported) {
        var version = new AppVersionEntity();
        version.id = ids.next();
        version.appId = app.id;
        version.dslVersion = imported.importedVersion();
        version.createdAt = clock.instant();
        String source = request.yamlContent();
        codec.store(version, imported.tree(), source == null ? "" : source);
        fill(app, request, imported.definition());
        app.currentVersion = version.id;
        app.updatedAt = clock.instant();
        return apps.persist(app)
                .chain(() -> versions.persist(version))
                .chain(() -> triggers.publish(app.tenantId, app.id, imported.definition()))
                .chain(() -> annotations.publish(app.id, imported.definition()))
                .replaceWith(ImportResults.published(id, app, imported));
    }

    private static void fill(AppEntity app, ImportAppRequest request, AppDefinition definition) {
        app.mode = definition.mode().wireName();
        app.name = given(request.name(), definition.name());
        app.description = given(request.description(), definition.description());
        app.iconType = given(request.iconType(), definition.icon().type());
        app.icon = request.icon() == null ? definition.icon().icon() : request.icon();
        app.iconBackground =
                request.iconBackground() == null
                        ? definition.icon().background()
                        : request.iconBackground();
        app.useIconAsAnswerIcon = definition.useIconAsAnswerIcon();
    }

    private static String given(@Nullable String wanted, String otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
