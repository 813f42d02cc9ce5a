package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.PreProcessingRule;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.RetrievalWeights;
import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.SearchMethod;
import io.holdfast.contracts.knowledge.Segmentation;
import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.FakeVector;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class KnowledgeQuarkusTest {

    private static final String DATASETS = "/v1/datasets";
    private static final String UNKNOWN = DATASETS + "/00000000-0000-7000-8000-0000000000ff";

    private static String key() {
        return Client.console()
                .post("/console/api/datasets/api-keys")
                .then()
                .extract()
                .path("token");
    }

    private static String create(String key, String name) {
        String id =
                Client.post(key, DATASETS, Map.of("name", name))
                        .then()
                        .statusCode(200)
                        .body("name", equalTo(name))
                        .body("provider", equalTo("vendor"))
                        .body("embedding_available", nullValue())
                        .body("retrieval_model_dict.search_method", equalTo("semantic_search"))
                        .body("retrieval_model_dict.top_k", equalTo(2))
                        .body("created_at", equalTo(1772359200))
                        .extract()
                        .path("id");
        return DATASETS + "/" + id;
    }

    @Test
    void aDatasetComesIsListedAndGoes() {
        String key = key();
        String dataset = create(key, "Comes");
        String id = dataset.substring(DATASETS.length() + 1);

        Client.with(key)
                .get(DATASETS)
                .then()
                .statusCode(200)
                .body("data.id", hasItem(id))
                .body("page", equalTo(1))
                .body("limit", equalTo(20))
                .body("has_more", equalTo(false));
        Client.with(key).get(dataset).then().statusCode(200).body("id", equalTo(id));
        Client.post(key, DATASETS, Map.of("name", "Comes"))
                .then()
                .statusCode(409)
                .body("code", equalTo("dataset_name_duplicate"))
                .body("message", startsWith("The dataset name already exists."));

        Client.with(key).delete(dataset).then().statusCode(204).body(emptyString());

        Client.with(key).get(DATASETS).then().body("data.id", not(hasItem(id)));
        Client.with(key)
                .delete(dataset)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("message", equalTo("Dataset not found."));
    }

    @Test
    void aTextBecomesADocumentUnderBothSpellings() {
        String key = key();
        String dataset = create(key, "Texts");
        for (String spelling : List.of("create-by-text", "create_by_text")) {
            Client.post(
                            key,
                            dataset + "/document/" + spelling,
                            Map.of(
                                    "name", "Bats",
                                    "text", "Bats sleep.",
                                    "indexing_technique", "high_quality",
                                    "process_rule", customRule()))
                    .then()
                    .statusCode(200)
                    .body("batch", equalTo(FakeVector.BATCH))
                    .body("document.name", equalTo("Bats"))
                    .body("document.indexing_status", equalTo("waiting"))
                    .body("document.display_status", equalTo("queuing"))
                    .body("document.doc_metadata", equalTo(List.of()));
        }
        CreateDocumentRequest asked = Objects.requireNonNull(Suite.VECTOR.document());
        assertThat(asked.text()).isEqualTo("Bats sleep.");
        assertThat(asked.processRule())
                .isEqualTo(
                        new ProcessRule(
                                "custom",
                                List.of(new PreProcessingRule("remove_extra_spaces", true)),
                                new Segmentation("###", 200, null)));
        Client.with(key)
                .get(dataset + "/documents/" + FakeVector.BATCH + "/indexing-status")
                .then()
                .statusCode(200)
                .body("data[0].indexing_status", equalTo("indexing"))
                .body("data[0].completed_segments", equalTo(2))
                .body("data[0].total_segments", equalTo(5))
                .body("data[0].parsing_completed_at", equalTo(1772359200))
                .body("data[0].completed_at", nullValue());
        Client.with(key).get(dataset + "/documents").then().body("data[0].name", equalTo("Known"));
        Client.with(key)
                .get(dataset + "/documents/another/indexing-status")
                .then()
                .statusCode(404)
                .body("message", equalTo("Documents not found."));
    }

    private static Map<String, Object> customRule() {
        return Map.of(
                "mode",
                "custom",
                "rules",
                Map.of(
                        "pre_processing_rules",
                        List.of(Map.of("id", "remove_extra_spaces", "enabled", true)),
                        "segmentation",
                        Map.of("separator", "###", "max_tokens", 200)));
    }

    @Test
    void whatIsWrongWithADocumentIsTold() {
        String key = key();
        String path = create(key, "Wrong") + "/document/create-by-text";
        Client.post(key, path, Map.of("name", "Bats", "text", "Bats sleep."))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"))
                .body("message", equalTo("indexing_technique is required."));
        Client.post(key, path, Map.of("name", "Bats", "text", "Q A", "doc_form", "qa_model"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"))
                .body("message", equalTo("doc_form qa_model is not supported yet."));
        Client.post(key, path, Map.of("name", "Bats", "process_rule", Map.of("mode", 1)))
                .then()
                .statusCode(400)
                .body(
                        "message",
                        startsWith("2 validation errors for DocumentTextCreatePayload\ntext\n"))
                .body("message", containsString("process_rule.mode"));
    }

    @Test
    void aDatasetIsSearchedUnderBothNames() {
        String key = key();
        String dataset = create(key, "Searched");
        for (String name : List.of("retrieve", "hit-testing")) {
            Client.post(key, dataset + "/" + name, Map.of("query", "bats"))
                    .then()
                    .statusCode(200)
                    .body("query.content", equalTo("bats"))
                    .body("records[0].score", equalTo(0.75f))
                    .body("records[0].segment.content", equalTo("Bats sleep upside down"))
                    .body("records[0].segment.document.name", equalTo("Known"))
                    .body("records[0].child_chunks", equalTo(List.of()));
        }
        RetrieveRequest plain = Objects.requireNonNull(Suite.VECTOR.search());
        assertThat(plain.retrievalModel()).isNull();
    }

    @Test
    void aSearchSaysHow() {
        String key = key();
        String path = create(key, "How") + "/retrieve";
        Map<String, Object> model =
                Map.of(
                        "search_method",
                        "hybrid_search",
                        "reranking_enable",
                        false,
                        "top_k",
                        3,
                        "score_threshold_enabled",
                        true,
                        "score_threshold",
                        0.5,
                        "weights",
                        Map.of(
                                "vector_setting", Map.of("vector_weight", 0.7),
                                "keyword_setting", Map.of("keyword_weight", 0.3)),
                        "metadata_filtering_conditions",
                        Map.of(
                                "logical_operator",
                                "or",
                                "conditions",
                                List.of(
                                        Map.of(
                                                "name", "year",
                                                "comparison_operator", ">",
                                                "value", 2020))));
        Client.post(key, path, Map.of("query", "bats", "retrieval_model", model))
                .then()
                .statusCode(200);

        RetrieveRequest asked = Objects.requireNonNull(Suite.VECTOR.search());
        var how = Objects.requireNonNull(asked.retrievalModel());
        assertThat(how.searchMethod()).isEqualTo(SearchMethod.HYBRID_SEARCH);
        assertThat(how.topK()).isEqualTo(3);
        assertThat(how.scoreThreshold()).isEqualTo(0.5);
        assertThat(how.weights()).isEqualTo(new RetrievalWeights(null, 0.7, null, null, 0.3));
        var filter = Objects.requireNonNull(asked.metadataFilter());
        assertThat(filter.logicalOperator()).isEqualTo("or");
        assertThat(filter.conditions().getFirst().name()).isEqualTo("year");

        Client.post(key, path, Map.of("query", "bats", "retrieval_model", Map.of("top_k", "x")))
                .then()
                .statusCode(400)
                .body("message", startsWith("4 validation errors for HitTestingPayload\n"));
    }

    @Test
    void aSearchForFewerThanNothingIsRefused() {
        String key = key();
        String path = create(key, "Negative") + "/retrieve";
        Map<String, Object> negative =
                Map.of(
                        "search_method",
                        "semantic_search",
                        "reranking_enable",
                        false,
                        "top_k",
                        -1,
                        "score_threshold_enabled",
                        false);
        Client.post(key, path, Map.of("query", "bats", "retrieval_model", negative))
                .then()
                .statusCode(400)
                .body("message", startsWith("1 validation error for HitTestingPayload\n"));
    }

    @Test
    void aWrongKeyAndAnUnknownDatasetComeBeforeTheBody() {
        String key = key();
        Client.with(Client.keyOfNew("chat", "App key"))
                .get(DATASETS)
                .then()
                .statusCode(401)
                .body("message", equalTo("Access token is invalid"));
        Client.with(key)
                .contentType(ContentType.JSON)
                .body("{")
                .post(UNKNOWN + "/retrieve")
                .then()
                .statusCode(404)
                .body("message", equalTo("Dataset not found."));
        Client.with(key)
                .get(DATASETS + "/no-uuid")
                .then()
                .statusCode(404)
                .contentType("text/html; charset=utf-8");
    }
}
