package io.holdfast.engine.app.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An app; every change of it raises the revision. */
@Entity(name = "App")
@Table(name = "app")
class AppEntity {

    @Id UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column String name;
    @Column String description;
    @Column String mode;

    @Column(name = "icon_type")
    String iconType;

    @Column @Nullable String icon;

    @Column(name = "icon_background")
    @Nullable String iconBackground;

    @Column(name = "use_icon_as_answer_icon")
    boolean useIconAsAnswerIcon;

    @Column @Nullable String author;

    @Column(name = "current_version")
    UUID currentVersion;

    @Column byte @Nullable [] environment;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    @Nullable Instant deletedAt;

    @Version @Column long revision;
}
