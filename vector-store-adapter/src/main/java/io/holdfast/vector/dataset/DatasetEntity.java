package io.holdfast.vector.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A dataset's row. Documents change it by statements of their own, under the row's lock. */
@Entity
@Table(name = "dataset")
class DatasetEntity {

    @Id UUID id;

    @Column(name = "tenant_id", updatable = false)
    UUID tenantId;

    @Column String name;
    @Column String description;
    @Column String permission;

    @Column(name = "indexing_technique")
    @Nullable String indexingTechnique;

    @Column(name = "embedding_provider")
    @Nullable String embeddingProvider;

    @Column(name = "embedding_model")
    @Nullable String embeddingModel;

    /** JSON. */
    @Column(name = "retrieval_model")
    @Nullable String retrievalModel;

    @Column(name = "doc_form")
    @Nullable String docForm;

    @Column(name = "created_by")
    @Nullable String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Formula("(select count(*) from document d where d.dataset_id = id)")
    long documentCount;

    @Formula(
            "(select count(*) from document d where d.dataset_id = id and d.enabled"
                    + " and not d.archived and d.indexing_status = 'completed')")
    long availableDocumentCount;

    @Formula("(select coalesce(sum(d.word_count), 0) from document d where d.dataset_id = id)")
    long wordCount;
}
