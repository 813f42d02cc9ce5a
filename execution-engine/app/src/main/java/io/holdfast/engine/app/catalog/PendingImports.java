package io.holdfast.engine.app.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds imports that wait, and forgets those that waited too long. */
@ApplicationScoped
class PendingImports implements PanacheRepositoryBase<PendingImportEntity, UUID> {

    Uni<@Nullable PendingImportEntity> findValid(UUID tenantId, UUID id, Instant now) {
        return find("id = ?1 and tenantId = ?2 and expiresAt > ?3", id, tenantId, now)
                .firstResult();
    }

    Uni<Long> forgetExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
