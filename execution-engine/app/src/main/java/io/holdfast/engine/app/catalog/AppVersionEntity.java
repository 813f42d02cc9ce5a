package io.holdfast.engine.app.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published version of an app. */
@Entity(name = "AppVersion")
@Immutable
@Table(name = "app_version")
class AppVersionEntity {

    @Id UUID id;

    @Column(name = "app_id")
    UUID appId;

    @Column(name = "dsl_version")
    String dslVersion;

    @Column String definition;
    @Column byte @Nullable [] secrets;
    @Column byte[] source;

    @Column(name = "created_at")
    Instant createdAt;
}
