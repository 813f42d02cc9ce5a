package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.ProcessRule;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checked document on its way in. */
record Intake(
        UUID tenantId,
        UUID datasetId,
        UUID documentId,
        String name,
        String text,
        String batch,
        String language,
        ProcessRule rule,
        JsonObject metadata,
        @Nullable String createdBy,
        OffsetDateTime now) {}
