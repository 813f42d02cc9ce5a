package io.holdfast.vector;

import static io.holdfast.vector.Knowledge.delete;
import static io.holdfast.vector.Knowledge.embedding;
import static io.holdfast.vector.Knowledge.found;
import static io.holdfast.vector.Knowledge.get;
import static io.holdfast.vector.Knowledge.method;
import static io.holdfast.vector.Knowledge.post;
import static io.holdfast.vector.Knowledge.retrieve;
import static io.holdfast.vector.Knowledge.segment;
import static io.holdfast.vector.Knowledge.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.Ids;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.holdfast.vector.index.Indexes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HoldfastInfra.class)
@QuarkusTestResource(Surroundings.class)
class KnowledgeQuarkusTest {

    private static final String SEA = "Ships sail the wide sea";
    private static final String CAT = "The cat sleeps on the sofa";

    private final Ids ids;
    private final Indexes indexes;
    private final Knowledge knowledge;

    @Inject
    KnowledgeQuarkusTest(
            Events events,
            Ids ids,
            Indexes indexes,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.ids = ids;
        this.indexes = indexes;
        this.knowledge = new Knowledge(events, ids, kafka);
    }

    @BeforeEach
    void modelsAnswer() {
        Surroundings.models().reset();
    }

    private UUID dataset(String technique) {
        return Knowledge.dataset("set " + ids.next().toString().substring(20), technique).id();
    }

    private UUID seaAndCat() {
        UUID dataset = dataset("high_quality");
        knowledge.indexed(dataset, Map.of("name", "animals", "text", CAT), CAT);
        knowledge.indexed(dataset, Map.of("name", "ships", "text", SEA), SEA);
        return dataset;
    }

    @Test
    void strangersAreRefused() {
        given().get("/internal/v1/datasets?tenantId=" + Tenants.DEFAULT).then().statusCode(401);
    }

    @Test
    void aDatasetIsMadeListedShownAndDeleted() {
        String name = "Manuals " + ids.next().toString().substring(20);
        UUID id = Knowledge.dataset(name, "high_quality").id();

        post("datasets", Map.of("name", name))
                .statusCode(409)
                .body("code", equalTo("dataset_name_duplicate"));
        post("datasets", Map.of("name", "x".repeat(41))).statusCode(400);
        get("datasets?page=1&limit=1&keyword=" + name.toLowerCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("data.id", contains(id.toString()))
                .body("total", equalTo(1))
                .body("hasMore", equalTo(false));
        get("datasets/" + id).statusCode(200).body("documentCount", equalTo(0));
        delete("datasets/" + id).statusCode(204);
        get("datasets/" + id).statusCode(404).body("code", equalTo("dataset_not_found"));
        delete("datasets/" + id).statusCode(404);
    }

    @Test
    void aDocumentWaitsAndIsAnnounced() {
        UUID dataset = dataset("high_quality");

        CreatedDocument created = Knowledge.document(dataset, "a", "Some text");

        assertThat(created.document().indexingStatus()).isEqualTo(IndexingStatus.WAITING);
        assertThat(created.document().displayStatus()).isEqualTo("queuing");
        assertThat(created.batch()).matches("\\d{20}");
        var announced = knowledge.announced(created.document().id());
        assertThat(announced.datasetId()).isEqualTo(dataset);
        assertThat(announced.revision()).isEqualTo(1);
        get("documents/" + created.document().id() + "/source?revision=1")
                .statusCode(200)
                .body("text", equalTo("Some text"))
                .body("embeddingModel", equalTo("all-MiniLM-L6-v2"))
                .body("processRule.mode", equalTo("automatic"));
        get("documents/" + created.document().id() + "/source?revision=2").statusCode(409);
        get("datasets/" + dataset + "/documents")
                .body("data", hasSize(1))
                .body("data[0].name", equalTo("a"));
        get("datasets/" + dataset + "/documents/123/indexing-status").statusCode(404);
    }

    @Test
    void badDocumentsAreRefusedWithDifysWords() {
        UUID bare =
                UUID.fromString(
                        post(
                                        "datasets",
                                        Map.of(
                                                "name",
                                                "bare " + ids.next().toString().substring(20)))
                                .extract()
                                .path("id"));
        String documents = "datasets/" + bare + "/documents";
        post(documents, Map.of("name", "a", "text", "t"))
                .statusCode(400)
                .body("message", equalTo("indexing_technique is required."));
        Map<String, Object> request = new HashMap<>(Map.of("name", "a", "text", "t"));
        request.put("indexingTechnique", "economy");
        request.put("docForm", "none");
        post(documents, request).statusCode(400).body("message", equalTo("Invalid doc_form."));
        request.put("docForm", "qa_model");
        post(documents, request).statusCode(400).body("code", equalTo("not_supported"));
        request.put("docForm", "text_model");
        request.put("processRule", Map.of("mode", "custom"));
        post(documents, request)
                .statusCode(400)
                .body("message", equalTo("Process rule pre_processing_rules is required"));
        request.put(
                "processRule",
                Map.of(
                        "mode",
                        "custom",
                        "preProcessingRules",
                        List.of(),
                        "segmentation",
                        Map.of("maxTokens", 4001)));
        post(documents, request)
                .statusCode(400)
                .body("message", equalTo("Custom segment length should be between 50 and 4000."));
        request.remove("processRule");
        post("datasets/" + ids.next() + "/documents", request).statusCode(404);
    }

    @Test
    void aDocumentGoesThroughItsStatesAndAnswers() {
        UUID dataset = dataset("high_quality");
        CreatedDocument document = Knowledge.document(dataset, "ships", SEA);
        knowledge.tell(knowledge.progress(document, 1, 1, 1, IndexingStatus.PARSING, 0));
        Knowledge.awaitStatus(document, IndexingStatus.PARSING);
        upload(document, 1, 1, segment(1, SEA, embedding(SEA))).statusCode(200);
        knowledge.tell(knowledge.progress(document, 1, 1, 2, IndexingStatus.INDEXING, 2));
        IndexingProgress half = Knowledge.awaitStatus(document, IndexingStatus.INDEXING);
        assertThat(half.completedSegments()).isEqualTo(1);
        assertThat(half.totalSegments()).isEqualTo(2);
        assertThat(found(dataset, "sea", method("full_text_search", 3))).isEmpty();

        upload(document, 1, 1, segment(2, CAT, embedding(CAT))).statusCode(200);
        knowledge.tell(knowledge.progress(document, 1, 1, 3, IndexingStatus.COMPLETED, 2));
        IndexingProgress done = Knowledge.awaitStatus(document, IndexingStatus.COMPLETED);

        assertThat(done.completedAt()).isNotNull();
        assertThat(done.completedSegments()).isEqualTo(2);
        assertThat(found(dataset, "sea", method("full_text_search", 3))).containsExactly(SEA);
    }

    @Test
    void olderProgressChangesNothing() {
        UUID dataset = dataset("economy");
        CreatedDocument document = Knowledge.document(dataset, "a", "text");
        knowledge.tell(knowledge.progress(document, 1, 2, 5, IndexingStatus.INDEXING, 1));
        Knowledge.awaitStatus(document, IndexingStatus.INDEXING);
        knowledge.tell(knowledge.progress(document, 1, 1, 9, IndexingStatus.ERROR, 1));
        knowledge.tell(knowledge.progress(document, 1, 2, 4, IndexingStatus.PARSING, 1));
        knowledge.tell(knowledge.progress(document, 1, 2, 6, IndexingStatus.ERROR, 1));

        IndexingProgress end = Knowledge.awaitStatus(document, IndexingStatus.ERROR);

        assertThat(end.error()).isEqualTo("the model is gone");
        assertThat(end.stoppedAt()).isNotNull();
    }

    @Test
    void theSameBatchTwiceIsStoredOnceAndAReplacedOwnerIsRefused() {
        UUID dataset = dataset("high_quality");
        CreatedDocument document = Knowledge.document(dataset, "ships", SEA);
        var batch = segment(1, SEA, embedding(SEA));

        upload(document, 1, 1, batch).statusCode(200).body("storedSegments", equalTo(1));
        upload(document, 1, 1, batch).statusCode(200).body("storedSegments", equalTo(1));
        upload(document, 1, 2, segment(2, CAT, embedding(CAT)))
                .statusCode(200)
                .body("storedSegments", equalTo(2));
        upload(document, 1, 1, batch).statusCode(409).body("code", equalTo("stale_epoch"));
        upload(document, 2, 2, batch).statusCode(409).body("code", equalTo("stale_revision"));
        upload(document, 1, 2, segment(3, "short", 1, 0))
                .statusCode(400)
                .body("code", equalTo("dimension_mismatch"));
    }

    @Test
    void semanticSearchFindsTheNearestAboveTheThreshold() {
        UUID dataset = seaAndCat();

        RetrieveResponse response = retrieve(dataset, SEA, method("semantic_search", 2));
        assertThat(response.records())
                .extracting(RetrievedPassage::content)
                .containsExactly(SEA, CAT);
        assertThat(response.records().getFirst().score()).isGreaterThan(0.999);
        assertThat(response.records().getFirst().documentName()).isEqualTo("ships");

        Map<String, Object> strict = new HashMap<>(method("semantic_search", 2));
        strict.put("scoreThresholdEnabled", true);
        strict.put("scoreThreshold", 0.99);
        assertThat(found(dataset, SEA, strict)).containsExactly(SEA);
        assertThat(found(dataset, SEA, method("semantic_search", 0))).isEmpty();
        assertThat(found(dataset, SEA, method("semantic_search", Integer.MAX_VALUE))).contains(SEA);
        assertThat(found(dataset, "sea", method("full_text_search", Integer.MAX_VALUE)))
                .contains(SEA);
    }

    @Test
    void hybridSearchWeighsVectorsAndKeywords() {
        UUID dataset = seaAndCat();
        Map<String, Object> hybrid = new HashMap<>(method("hybrid_search", 2));
        hybrid.put("rerankingMode", "weighted_score");
        hybrid.put("weights", Map.of("vectorWeight", 0.0, "keywordWeight", 1.0));

        RetrieveResponse response = retrieve(dataset, "sleeps cat sofa", hybrid);

        assertThat(response.records().getFirst().content()).isEqualTo(CAT);
        assertThat(response.records().getFirst().score()).isGreaterThan(0.99);
        assertThat(response.records().get(1).score()).isZero();
        assertThat(found(dataset, SEA, method("hybrid_search", 1))).containsExactly(SEA);
    }

    @Test
    void economyIsFoundByKeywords() {
        UUID dataset = dataset("economy");
        knowledge.indexed(dataset, Map.of("name", "zh", "text", "-"), "知识库检索", "北京天气");

        assertThat(found(dataset, "天气怎么样", method("semantic_search", 3))).containsExactly("北京天气");
        assertThat(Surroundings.models().calls()).isZero();
    }

    @Test
    void metadataLimitsWhoMayAnswer() {
        UUID dataset = dataset("high_quality");
        knowledge.indexed(
                dataset, Map.of("name", "a", "text", SEA, "metadata", Map.of("year", 1990)), SEA);
        knowledge.indexed(
                dataset, Map.of("name", "b", "text", CAT, "metadata", Map.of("year", 2020)), CAT);
        Map<String, Object> recent =
                Map.of(
                        "logicalOperator",
                        "and",
                        "conditions",
                        List.of(Map.of("name", "year", "comparisonOperator", ">", "value", 2000)));

        post("datasets/" + dataset + "/retrieve", Map.of("query", SEA, "metadataFilter", recent))
                .statusCode(200)
                .body("records.content", contains(CAT));
    }

    @Test
    void severalDatasetsAnswerTogether() {
        UUID sea = dataset("high_quality");
        knowledge.indexed(sea, Map.of("name", "ships", "text", SEA), SEA);
        UUID cats = dataset("high_quality");
        knowledge.indexed(cats, Map.of("name", "animals", "text", CAT), CAT);
        UUID cheap = dataset("economy");
        knowledge.indexed(cheap, Map.of("name", "cheap", "text", SEA), SEA);
        Map<String, Object> request = new HashMap<>();
        request.put("datasetIds", List.of(sea, cats, ids.next()));
        request.put("query", SEA);
        request.put("topK", 2);
        request.put("rerankingEnable", true);
        request.put("rerankingMode", "weighted_score");

        post("retrieve", request)
                .statusCode(200)
                .body("records.content", contains(SEA, CAT))
                .body("rerankingSkipped", equalTo(false));

        request.put("datasetIds", List.of(sea, cheap));
        post("retrieve", request)
                .statusCode(400)
                .body("code", equalTo("mixed_indexing_techniques"));
        request.put("rerankingMode", "reranking_model");
        post("retrieve", request).statusCode(200).body("rerankingSkipped", equalTo(true));
        request.put("datasetIds", List.of());
        post("retrieve", request).statusCode(200).body("records", hasSize(0));
    }

    @Test
    void aLostIndexIsBuiltAnewFromTheDatabase() {
        UUID dataset = seaAndCat();
        assertThat(found(dataset, SEA, method("semantic_search", 1))).containsExactly(SEA);

        indexes.forget(dataset);

        assertThat(found(dataset, SEA, method("semantic_search", 2))).containsExactly(SEA, CAT);
        assertThat(found(dataset, "cat", method("full_text_search", 2))).containsExactly(CAT);
    }

    @Test
    void aDeletedDocumentAnswersNoMore() {
        UUID dataset = dataset("high_quality");
        CreatedDocument ships =
                knowledge.indexed(dataset, Map.of("name", "ships", "text", SEA), SEA);
        knowledge.indexed(dataset, Map.of("name", "animals", "text", CAT), CAT);
        assertThat(found(dataset, "sea", method("full_text_search", 2))).containsExactly(SEA);

        delete("datasets/" + dataset + "/documents/" + ships.document().id()).statusCode(204);

        assertThat(found(dataset, "sea", method("full_text_search", 2))).isEmpty();
        assertThat(found(dataset, SEA, method("semantic_search", 2))).containsExactly(CAT);
        get("documents/" + ships.document().id() + "/source?revision=1").statusCode(404);
        upload(ships, 1, 1, segment(1, SEA, embedding(SEA))).statusCode(404);
    }

    @Test
    void theSameNameAgainIsIndexedAnew() {
        UUID dataset = dataset("high_quality");
        CreatedDocument first =
                knowledge.indexed(dataset, Map.of("name", "note", "text", SEA), SEA);

        CreatedDocument second = Knowledge.document(dataset, "note", CAT);

        assertThat(second.document().id()).isEqualTo(first.document().id());
        assertThat(found(dataset, "sea", method("full_text_search", 2))).isEmpty();
        get("documents/" + second.document().id() + "/source?revision=2")
                .statusCode(200)
                .body("text", equalTo(CAT));
        upload(second, 2, 1, segment(1, CAT, embedding(CAT))).statusCode(200);
        knowledge.tell(knowledge.progress(second, 2, 1, 1, IndexingStatus.COMPLETED, 1));
        Knowledge.awaitStatus(second, IndexingStatus.COMPLETED);
        assertThat(found(dataset, "cat", method("full_text_search", 2))).containsExactly(CAT);
    }

    @Test
    void aModelThatIsNotServedOrDownIsSaid() {
        UUID dataset = seaAndCat();
        Map<String, Object> request = Map.of("query", "anything else");

        Surroundings.models().then(MockReply.error(404, "no such model"));
        post("datasets/" + dataset + "/retrieve", request)
                .statusCode(400)
                .body("code", equalTo("provider_not_initialize"));
        for (int i = 0; i < 10; i++) {
            Surroundings.models().then(MockReply.error(503, "later"));
        }
        post("datasets/" + dataset + "/retrieve", request).statusCode(503);
    }

    @Test
    void badQueriesAreRefused() {
        UUID dataset = dataset("economy");
        post("datasets/" + dataset + "/retrieve", Map.of("query", " ")).statusCode(400);
        post("datasets/" + dataset + "/retrieve", Map.of("query", "x".repeat(251))).statusCode(400);
        post("datasets/" + ids.next() + "/retrieve", Map.of("query", "x")).statusCode(404);
        post("datasets/" + dataset + "/retrieve", Map.of("query", "x"))
                .statusCode(200)
                .body("records", hasSize(0))
                .body("error", nullValue());
    }
}
