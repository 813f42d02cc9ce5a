package io.holdfast.engine.app.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An import that waits for a confirmation. */
@Entity(name = "PendingImport")
@Table(name = "pending_import")
class PendingImportEntity {

    @Id UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column byte[] request;

    @Column(name = "expires_at")
    Instant expiresAt;
}
