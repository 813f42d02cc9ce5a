package io.holdfast.vector.retrieval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.embedding.EmbeddingModel;
import io.holdfast.vector.index.DocumentScope;
import io.holdfast.vector.metadata.MetadataMatcher;
import io.holdfast.vector.metadata.StoredMetadata;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what can be searched. */
@Singleton
class SearchableDatasets {

    private static final String DATASETS =
            "select s.id, s.name, s.indexing_technique, s.embedding_provider, s.embedding_model,"
                    + " s.retrieval_model, s.change_seq, exists (select 1 from document d where"
                    + " d.dataset_id = s.id and d.indexing_status = 'completed' and d.enabled and"
                    + " not d.archived) as answers from dataset s where s.tenant_id = $1"
                    + " and s.id = any($2) order by array_position($2, s.id)";

    private static final String METADATA =
            "select id, doc_metadata from document where dataset_id = $1 and indexing_status ="
                    + " 'completed' and enabled and not archived";

    private final Database database;
    private final ObjectMapper json;

    SearchableDatasets(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those of the ids that exist, in their order. */
    List<SearchableDataset> find(UUID tenantId, List<UUID> ids) {
        return database.list(DATASETS, Tuple.of(tenantId, ids.toArray(UUID[]::new)), this::dataset);
    }

    /** The documents that the filter admits. */
    DocumentScope admitted(UUID datasetId, MetadataMatcher filter) {
        if (filter.isEmpty()) {
            return DocumentScope.ALL;
        }
        return DocumentScope.of(
                database
                        .list(
                                METADATA,
                                Tuple.of(datasetId),
                                row -> Map.entry(row.getUUID(0), row.getJsonObject(1)))
                        .stream()
                        .filter(entry -> matches(filter, entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static boolean matches(MetadataMatcher filter, JsonObject metadata) {
        return filter.matches(StoredMetadata.read(metadata));
    }

    private SearchableDataset dataset(Row row) {
        String technique = row.getString("indexing_technique");
        String model = row.getString("embedding_model");
        return new SearchableDataset(
                row.getUUID("id"),
                row.getString("name"),
                technique == null ? null : IndexingTechnique.of(technique),
                model == null
                        ? null
                        : new EmbeddingModel(row.getString("embedding_provider"), model),
                retrievalModel(row.getString("retrieval_model")),
                row.getLong("change_seq"),
                row.getBoolean("answers"));
    }

    private @Nullable RetrievalModel retrievalModel(@Nullable String stored) {
        try {
            return stored == null ? null : json.readValue(stored, RetrievalModel.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable retrieval_model in the database", e);
        }
    }
}
