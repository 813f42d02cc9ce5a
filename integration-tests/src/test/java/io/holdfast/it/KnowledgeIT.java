package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.DifyDatasetsClient;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.model.chat.ChatMessage;
import io.github.imfangs.dify.client.model.chat.ChatMessageResponse;
import io.github.imfangs.dify.client.model.datasets.CreateDatasetRequest;
import io.github.imfangs.dify.client.model.datasets.CreateDocumentByTextRequest;
import io.github.imfangs.dify.client.model.datasets.DatasetListResponse;
import io.github.imfangs.dify.client.model.datasets.DatasetResponse;
import io.github.imfangs.dify.client.model.datasets.DocumentResponse;
import io.github.imfangs.dify.client.model.datasets.IndexingStatusResponse;
import io.github.imfangs.dify.client.model.datasets.ProcessRule;
import io.github.imfangs.dify.client.model.datasets.RetrievalModel;
import io.github.imfangs.dify.client.model.datasets.RetrieveRequest;
import io.github.imfangs.dify.client.model.datasets.RetrieveResponse;
import io.holdfast.testing.model.MockReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents that are put in, found again, and told to a model. */
@ExtendWith(WithInstallation.class)
class KnowledgeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Installation holdfast;

    KnowledgeIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aDocumentIsIndexedFoundInEachWayAndToldToTheModel() throws Exception {
        DifyDatasetsClient client = client();
        DatasetResponse dataset = dataset(client, "Animals " + System.nanoTime(), null);
        String batch =
                add(
                        client,
                        dataset.getId(),
                        """
                        The kingfisher dives for fish in clear rivers.

                        Granite is a coarse-grained igneous rock.

                        Sourdough bread needs flour, water, salt and patience.\
                        """);
        awaitCompleted(client, dataset.getId(), batch);

        for (String method : List.of("semantic_search", "full_text_search", "hybrid_search")) {
            RetrieveResponse found = find(client, dataset.getId(), "which bird eats fish", method);
            assertThat(found.getRecords()).as(method).isNotEmpty();
            assertThat(found.getRecords().getFirst().getSegment().getContent())
                    .as(method)
                    .contains("kingfisher");
        }
        assertThat(client.getDatasets(1, 100).getData())
                .extracting(DatasetListResponse.DatasetInfo::getId)
                .contains(dataset.getId());

        ImportedApp app = holdfast.app("knowing.yml", "DATASET", dataset.getId());
        ChatMessageResponse answer = ask(app);
        assertThat(answer.getAnswer()).isNotBlank();
        assertThat(answer.getMetadata().getRetrieverResources()).isNotEmpty();
        assertThat(holdfast.models().requests().getLast().body().toString())
                .contains("Know this: ")
                .contains("kingfisher");

        client.deleteDataset(dataset.getId());
        assertThat(client.getDatasets(1, 100).getData())
                .extracting(DatasetListResponse.DatasetInfo::getId)
                .doesNotContain(dataset.getId());
    }

    @Test
    void aRunWaitsForWhatItsSearchNeeds() throws Exception {
        DifyDatasetsClient client = client();
        DatasetResponse dataset = dataset(client, "Birds " + System.nanoTime(), null);
        String batch = add(client, dataset.getId(), "The kingfisher dives for fish.");
        awaitCompleted(client, dataset.getId(), batch);
        ImportedApp app = holdfast.app("knowing.yml", "DATASET", dataset.getId());

        for (String service : List.of("model-service-1", "vector-store-adapter-1")) {
            holdfast.suite().kill(service);
            assertThat(ask(app).getMetadata().getRetrieverResources())
                    .as("without " + service)
                    .isNotEmpty();
            holdfast.suite().awaitReady(service);
        }
    }

    private ChatMessageResponse ask(ImportedApp app) throws Exception {
        return DifyClientFactory.createChatWorkflowClient(holdfast.api(), app.key())
                .sendChatMessage(
                        ChatMessage.builder()
                                .query("which bird eats fish")
                                .user("ada")
                                .responseMode(ResponseMode.BLOCKING)
                                .build());
    }

    @Test
    void aSchedulerThatIsKilledInTheMiddleGoesOnAndDoublesNothing() throws Exception {
        DifyDatasetsClient client = client();
        DatasetResponse dataset = dataset(client, "Long " + System.nanoTime(), "slow-embedding");
        holdfast.models().then(new MockReply.Usual(), new MockReply.Never());

        String batch = add(client, dataset.getId(), chapters());
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() >= 2);
        holdfast.suite().kill("scheduler-1");
        awaitCompleted(client, dataset.getId(), batch);
        holdfast.suite().awaitReady("scheduler-1");

        IndexingStatusResponse.IndexingStatus status =
                client.getIndexingStatus(dataset.getId(), batch).getData().getFirst();
        assertThat(status.getCompletedSegments()).isEqualTo(status.getTotalSegments());
        List<String> found = new ArrayList<>();
        for (var hit :
                find(client, dataset.getId(), "Chapter number", "full_text_search").getRecords()) {
            found.add(hit.getSegment().getId());
        }
        assertThat(found).hasSameSizeAs(new HashSet<>(found)).isNotEmpty();
        List<String> embedded = new ArrayList<>();
        holdfast.models().requests().stream()
                .filter(request -> request.path().endsWith("/embeddings"))
                .skip(2)
                .forEach(request ->
                        request.body().path("input").forEach(text -> embedded.add(text.asText())));
        assertThat(embedded)
                .as("what the first answer had brought was not embedded again")
                .doesNotHaveDuplicates();
    }

    /** More than one call of the embedding model takes. */
    private static String chapters() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 120; i++) {
            text.append("Chapter number ").append(i).append(" tells of ship ").append(i * 7);
            text.append(" and its crew. ".repeat(12)).append("\n\n");
        }
        return text.toString();
    }

    private static DatasetResponse dataset(
            DifyDatasetsClient client, String name, @Nullable String embeddingModel)
            throws Exception {
        CreateDatasetRequest.CreateDatasetRequestBuilder request =
                CreateDatasetRequest.builder()
                        .name(name)
                        .indexingTechnique("high_quality")
                        .permission("only_me");
        if (embeddingModel != null) {
            request.embeddingModel(embeddingModel)
                    .embeddingModelProvider("langgenius/openai/openai");
        }
        return client.createDataset(request.build());
    }

    private static String add(DifyDatasetsClient client, String dataset, String text)
            throws Exception {
        DocumentResponse added =
                client.createDocumentByText(
                        dataset,
                        CreateDocumentByTextRequest.builder()
                                .name("notes")
                                .text(text)
                                .indexingTechnique("high_quality")
                                .processRule(ProcessRule.builder().mode("automatic").build())
                                .build());
        return added.getBatch();
    }

    private static void awaitCompleted(DifyDatasetsClient client, String dataset, String batch) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                client.getIndexingStatus(dataset, batch)
                                        .getData()
                                        .getFirst()
                                        .getIndexingStatus(),
                        "completed"::equals);
    }

    private static RetrieveResponse find(
            DifyDatasetsClient client, String dataset, String query, String method)
            throws Exception {
        return client.retrieveDataset(
                dataset,
                RetrieveRequest.builder()
                        .query(query)
                        .retrievalModel(
                                RetrievalModel.builder()
                                        .searchMethod(method)
                                        .rerankingEnable(false)
                                        .topK(10)
                                        .scoreThresholdEnabled(false)
                                        .build())
                        .build());
    }

    private DifyDatasetsClient client() {
        return DifyClientFactory.createDatasetsClient(
                holdfast.api(), holdfast.console().datasetKey());
    }
}
