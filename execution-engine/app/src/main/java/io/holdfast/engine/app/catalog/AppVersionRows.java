package io.holdfast.engine.app.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds versions of apps. */
@ApplicationScoped
class AppVersionRows implements PanacheRepositoryBase<AppVersionEntity, UUID> {

    /** The version, null when the app has none of that id. */
    Uni<@Nullable AppVersionEntity> findOf(UUID appId, UUID id) {
        return find("id = ?1 and appId = ?2", id, appId).firstResult();
    }
}
