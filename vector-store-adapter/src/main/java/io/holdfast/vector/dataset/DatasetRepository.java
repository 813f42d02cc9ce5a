package io.holdfast.vector.dataset;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds datasets of one tenant. */
@Singleton
class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, UUID> {

    private static final Sort NEWEST_FIRST = Sort.descending("createdAt", "id");

    Uni<@Nullable DatasetEntity> ofTenant(UUID tenantId, UUID id) {
        return find("id = ?1 and tenantId = ?2", id, tenantId).firstResult();
    }

    PanacheQuery<DatasetEntity> named(UUID tenantId, String part) {
        return part.isEmpty()
                ? find("tenantId", NEWEST_FIRST, tenantId)
                : find(
                        "tenantId = ?1 and position(lower(?2) in lower(name)) > 0",
                        NEWEST_FIRST,
                        tenantId,
                        part);
    }

    Uni<Long> deleteOfTenant(UUID tenantId, UUID id) {
        return delete("id = ?1 and tenantId = ?2", id, tenantId);
    }
}
