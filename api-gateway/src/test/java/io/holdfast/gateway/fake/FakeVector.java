package io.holdfast.gateway.fake;

import io.holdfast.contracts.knowledge.BatchProgress;
import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.DatasetPage;
import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.contracts.knowledge.DocumentPage;
import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.contracts.tenant.Tenants;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The vector store adapter: datasets in memory, one document, one passage that answers. */
public final class FakeVector extends FakeServer {

    public static final String BATCH = "20260301100000123456";

    private static final String DATASETS = "/internal/v1/datasets";
    private static final Instant AT = ScriptedRun.STARTED;
    private static final UUID DOCUMENT = new UUID(8, 1);

    private final Map<UUID, DatasetView> datasets = new ConcurrentHashMap<>();
    private volatile @Nullable CreateDocumentRequest document;
    private volatile @Nullable RetrieveRequest search;

    FakeVector(Vertx vertx) {
        super(vertx);
    }

    /** The newest document as it was asked for. */
    public @Nullable CreateDocumentRequest document() {
        return document;
    }

    /** The newest search as it was asked for. */
    public @Nullable RetrieveRequest search() {
        return search;
    }

    @Override
    void answer(HttpServerRequest request, Buffer body) {
        String path = path(request);
        if (!Tenants.DEFAULT.toString().equals(request.getParam("tenantId"))) {
            problem(request, 400, "bad_request", "no tenant");
        } else if (path.equals(DATASETS)) {
            ofAll(request, body);
        } else {
            UUID id =
                    UUID.fromString(path.substring(DATASETS.length() + 1, DATASETS.length() + 37));
            DatasetView dataset = datasets.get(id);
            if (dataset == null) {
                problem(request, 404, "dataset_not_found", "internal words");
            } else {
                ofOne(request, body, dataset, path.substring(DATASETS.length() + 37));
            }
        }
    }

    private void ofAll(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.GET)) {
            List<DatasetView> found = new ArrayList<>(datasets.values());
            json(request, new DatasetPage(1, 20, found.size(), false, found));
            return;
        }
        CreateDatasetRequest asked = read(body, CreateDatasetRequest.class);
        if (datasets.values().stream().anyMatch(known -> known.name().equals(asked.name()))) {
            problem(request, 409, "dataset_name_duplicate", "internal words");
            return;
        }
        DatasetView made = dataset(new UUID(9, datasets.size()), asked);
        datasets.put(made.id(), made);
        json(request, made);
    }

    private static DatasetView dataset(UUID id, CreateDatasetRequest asked) {
        return new DatasetView(
                id,
                Tenants.DEFAULT,
                asked.name(),
                "",
                "only_me",
                asked.indexingTechnique(),
                asked.embeddingProvider(),
                asked.embeddingModel(),
                null,
                asked.retrievalModel(),
                null,
                0,
                0,
                0,
                asked.createdBy(),
                AT,
                AT);
    }

    private void ofOne(HttpServerRequest request, Buffer body, DatasetView dataset, String rest) {
        boolean reading = request.method().equals(HttpMethod.GET);
        if (request.method().equals(HttpMethod.DELETE)) {
            datasets.remove(dataset.id());
            request.response().setStatusCode(204).end();
        } else if (rest.isEmpty()) {
            json(request, dataset);
        } else if (rest.equals("/documents") && reading) {
            json(request, new DocumentPage(1, 20, 1, false, List.of(view(dataset, "Known"))));
        } else if (rest.equals("/documents")) {
            CreateDocumentRequest asked = read(body, CreateDocumentRequest.class);
            document = asked;
            create(request, dataset, asked);
        } else if (rest.equals("/documents/" + BATCH + "/indexing-status")) {
            json(request, new BatchProgress(List.of(progress())));
        } else if (rest.equals("/retrieve")) {
            RetrieveRequest asked = read(body, RetrieveRequest.class);
            search = asked;
            json(request, new RetrieveResponse(asked.query(), List.of(passage(dataset)), false));
        } else {
            problem(request, 404, "documents_not_found", "internal words");
        }
    }

    private void create(
            HttpServerRequest request, DatasetView dataset, CreateDocumentRequest asked) {
        if ("qa_model".equals(asked.docForm())) {
            problem(request, 400, "not_supported", "doc_form qa_model is not supported yet.");
        } else if (asked.indexingTechnique() == null) {
            problem(request, 400, "invalid_param", "indexing_technique is required.");
        } else {
            json(request, new CreatedDocument(view(dataset, asked.name()), BATCH));
        }
    }

    private static DocumentView view(DatasetView dataset, String name) {
        return new DocumentView(
                DOCUMENT,
                dataset.id(),
                1,
                name,
                BATCH,
                "upload_file",
                ProcessRule.automatic(),
                "text_model",
                "English",
                IndexingStatus.WAITING,
                null,
                true,
                false,
                11,
                null,
                0,
                Map.of(),
                null,
                AT,
                AT,
                null);
    }

    private static IndexingProgress progress() {
        return new IndexingProgress(
                DOCUMENT, IndexingStatus.INDEXING, AT, AT, AT, AT, null, null, null, 2, 5);
    }

    private static RetrievedPassage passage(DatasetView dataset) {
        return new RetrievedPassage(
                new UUID(8, 2),
                dataset.id(),
                dataset.name(),
                DOCUMENT,
                "Known",
                "upload_file",
                Map.of(),
                1,
                "Bats sleep upside down",
                22,
                5,
                List.of("bats"),
                new UUID(8, 3),
                "abc",
                0,
                null,
                AT,
                AT,
                AT,
                0.75);
    }
}
