package io.holdfast.engine.app.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds apps that are not deleted. */
@ApplicationScoped
class AppRows implements PanacheRepositoryBase<AppEntity, UUID> {

    /** The app, null when there is none of that workspace. */
    Uni<@Nullable AppEntity> findOwn(UUID tenantId, UUID id) {
        return find("id = ?1 and tenantId = ?2 and deletedAt is null", id, tenantId).firstResult();
    }

    /** The app of whichever workspace, null when there is none. */
    Uni<@Nullable AppEntity> findAny(UUID id) {
        return find("id = ?1 and deletedAt is null", id).firstResult();
    }

    /** Newest first. A null filter takes all; a name is matched anywhere, without case. */
    PanacheQuery<AppEntity> list(UUID tenantId, @Nullable String mode, @Nullable String name) {
        String where = "tenantId = :tenant and deletedAt is null";
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", tenantId);
        if (mode != null) {
            where += " and mode = :mode";
            values.put("mode", mode);
        }
        if (name != null) {
            where += " and lower(name) like lower(:name) escape '!'";
            values.put("name", "%" + escape(name) + "%");
        }
        return find(where, Sort.descending("createdAt").and("id"), values);
    }

    private static String escape(String name) {
        return name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
