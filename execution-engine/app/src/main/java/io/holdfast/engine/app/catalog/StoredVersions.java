package io.holdfast.engine.app.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Versions from the database, those in use kept in memory. The app's row is read for every run: it
 * says which version is the newest and whether anything changed, so that all engines agree.
 */
@ApplicationScoped
class StoredVersions implements AppVersions {

    private final AppRows apps;
    private final AppVersionRows versions;
    private final AppCodec codec;
    private final OwnSession sessions;
    private final Cache<Key, PublishedApp> cache;

    StoredVersions(
            AppRows apps,
            AppVersionRows versions,
            AppCodec codec,
            CatalogConfig config,
            OwnSession sessions) {
        this.apps = apps;
        this.versions = versions;
        this.codec = codec;
        this.sessions = sessions;
        this.cache = Caffeine.newBuilder().maximumSize(config.cacheSize()).build();
    }

    @Override
    public Uni<PublishedApp> find(UUID appId, @Nullable UUID versionId) {
        return sessions.with(() ->
                apps.findAny(appId)
                        .map(AppNotFoundException::require)
                        .chain(app -> load(app, versionId)));
    }

    @Override
    public Uni<PublishedApp> findForResume(UUID appId, UUID versionId) {
        return sessions.with(() ->
                apps.findById(appId)
                        .map(AppNotFoundException::require)
                        .chain(app -> load(app, versionId)));
    }

    private Uni<PublishedApp> load(AppEntity app, @Nullable UUID versionId) {
        UUID id = versionId == null ? app.currentVersion : versionId;
        var key = new Key(app.id, id, app.revision);
        PublishedApp known = cache.getIfPresent(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return versions.findOf(app.id, id)
                .map(AppNotFoundException::require)
                .map(version -> codec.published(app, version))
                .invoke(published -> cache.put(key, published));
    }

    /** The revision is in it, so that a changed environment is seen at once. */
    private record Key(UUID appId, UUID versionId, long revision) {}
}
