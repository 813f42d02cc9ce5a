package io.holdfast.vector.document;

import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.DocumentQueued;
import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.Ids;
import io.holdfast.platform.outbox.Outbox;
import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.failure.KnowledgeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;

/** Takes a document in: its row and its announcement become true together. */
@Singleton
class DocumentIntake {

    private static final String LOCK_DATASET =
            "select indexing_technique, doc_form from dataset where id = $1 and tenant_id = $2"
                    + " for no key update";

    private static final String SETTLE_DATASET =
            "update dataset set indexing_technique = $2, doc_form = $3,"
                    + " retrieval_model = coalesce(retrieval_model, $4),"
                    + " embedding_provider = case when embedding_model is null and $2 ="
                    + " 'high_quality' then $5 else embedding_provider end,"
                    + " embedding_model = case when $2 = 'high_quality' then"
                    + " coalesce(embedding_model, $6) else embedding_model end,"
                    + " updated_at = $7 where id = $1";

    private final Database database;
    private final DocumentWriter writer;
    private final StoredJson json;
    private final BatchIds batches;
    private final Ids ids;
    private final Clock clock;
    private final Events events;
    private final Outbox outbox;
    private final KnowledgeConfig config;

    DocumentIntake(
            Database database,
            DocumentWriter writer,
            StoredJson json,
            BatchIds batches,
            Ids ids,
            Clock clock,
            Events events,
            Outbox outbox,
            KnowledgeConfig config) {
        this.database = database;
        this.writer = writer;
        this.json = json;
        this.batches = batches;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Stores the document and queues it.
     *
     * @throws KnowledgeException as {@link CreateDocumentRequest} says
     */
    CreatedDocument take(UUID tenantId, UUID datasetId, CreateDocumentRequest request) {
        IntakeRules.check(request, config.longestText());
        Intake intake = intake(tenantId, datasetId, request);
        DocumentView view =
                database.transaction(connection ->
                        settleDataset(connection, intake, request)
                                .chain(() -> writer.write(connection, intake))
                                .call(written -> announce(connection, intake, written))
                                .map(DocumentWriter.Written::view));
        return new CreatedDocument(view, intake.batch());
    }

    private Intake intake(UUID tenantId, UUID datasetId, CreateDocumentRequest request) {
        return new Intake(
                tenantId,
                datasetId,
                ids.next(),
                request.name(),
                request.text().replace("\0", ""),
                batches.next(),
                Objects.requireNonNullElse(request.docLanguage(), "English"),
                ProcessRules.checked(request.processRule(), config.segmentSize()),
                request.metadata() == null
                        ? new JsonObject()
                        : new JsonObject(new HashMap<>(request.metadata())),
                request.createdBy(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The first document settles what its dataset is. */
    private Uni<Void> settleDataset(
            SqlConnection connection, Intake intake, CreateDocumentRequest request) {
        return connection
                .preparedQuery(LOCK_DATASET)
                .execute(Tuple.of(intake.datasetId(), intake.tenantId()))
                .map(found -> {
                    if (found.size() == 0) {
                        throw KnowledgeException.datasetNotFound();
                    }
                    return settled(found.iterator().next(), intake, request);
                })
                .chain(settled -> connection.preparedQuery(SETTLE_DATASET).execute(settled))
                .replaceWithVoid();
    }

    private Tuple settled(Row dataset, Intake intake, CreateDocumentRequest request) {
        IndexingTechnique technique =
                IntakeRules.technique(
                        request.indexingTechnique(), dataset.getString("indexing_technique"));
        String form = IntakeRules.form(request.docForm(), dataset.getString("doc_form"));
        boolean ownModel = request.embeddingModel() != null;
        return Tuple.tuple()
                .addValue(intake.datasetId())
                .addValue(technique.wireName())
                .addValue(form)
                .addValue(
                        request.retrievalModel() == null
                                ? null
                                : json.write(request.retrievalModel()))
                .addValue(
                        ownModel
                                ? request.embeddingProvider()
                                : config.embeddingProvider().orElse(null))
                .addValue(ownModel ? request.embeddingModel() : config.embeddingModel())
                .addValue(intake.now());
    }

    private Uni<Void> announce(
            SqlConnection connection, Intake intake, DocumentWriter.Written written) {
        UUID documentId = written.view().id();
        DocumentQueued queued =
                new DocumentQueued(
                        intake.tenantId(),
                        intake.datasetId(),
                        documentId,
                        intake.batch(),
                        written.revision());
        return outbox.append(
                connection,
                Topics.DOCUMENT_EVENTS,
                events.of(
                        DocumentQueued.EVENT_TYPE,
                        1,
                        intake.tenantId(),
                        documentId.toString(),
                        queued));
    }
}
