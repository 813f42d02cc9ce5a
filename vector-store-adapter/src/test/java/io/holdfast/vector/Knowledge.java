package io.holdfast.vector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.contracts.knowledge.DocumentQueued;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.JobProgress;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.Ids;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays gateway and scheduler against the service: by REST, and by Kafka. */
final class Knowledge {

    private static final String V1 = "/internal/v1/";
    private final Events events;
    private final Ids ids;
    private final String kafka;

    Knowledge(Events events, Ids ids, String kafka) {
        this.events = events;
        this.ids = ids;
        this.kafka = kafka;
    }

    static RequestSpecification request() {
        return given().header("Authorization", "Bearer holdfast-development-only")
                .queryParam("tenantId", Tenants.DEFAULT)
                .contentType("application/json");
    }

    static ValidatableResponse post(String path, Object body) {
        return request().body(body).post(V1 + path).then();
    }

    static ValidatableResponse get(String path) {
        return request().get(V1 + path).then();
    }

    static ValidatableResponse delete(String path) {
        return request().delete(V1 + path).then();
    }

    static DatasetView dataset(String name, String technique) {
        return post("datasets", Map.of("name", name, "indexingTechnique", technique))
                .statusCode(200)
                .extract()
                .as(DatasetView.class);
    }

    static CreatedDocument document(UUID dataset, String name, String text) {
        return document(dataset, Map.of("name", name, "text", text));
    }

    static CreatedDocument document(UUID dataset, Map<String, Object> request) {
        return post("datasets/" + dataset + "/documents", request)
                .statusCode(200)
                .extract()
                .as(CreatedDocument.class);
    }

    static NewSegment segment(int position, String content, float... vector) {
        return new NewSegment(
                position,
                content,
                "hash-" + position,
                content.length(),
                3,
                vector.length == 0 ? null : vector);
    }

    static ValidatableResponse upload(
            CreatedDocument document, long revision, long epoch, NewSegment... segments) {
        return post(
                "documents/" + document.document().id() + "/segments",
                new SegmentUpload(
                        document.document().datasetId(), revision, epoch, List.of(segments)));
    }

    /** The mock's vector of a text, as the scheduler would have got it. */
    static float[] embedding(String text) {
        List<Number> numbers =
                given().body(Map.of("model", "m", "input", List.of(text)))
                        .contentType("application/json")
                        .post(Surroundings.models().url() + "/embeddings")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("data[0].embedding");
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    /** A document that is indexed whole, one segment per text. */
    CreatedDocument indexed(UUID dataset, Map<String, Object> request, String... texts) {
        CreatedDocument document = document(dataset, request);
        boolean economy =
                "economy".equals(get("datasets/" + dataset).extract().path("indexingTechnique"));
        List<NewSegment> segments = new ArrayList<>();
        for (String text : texts) {
            float[] vector = economy ? new float[0] : embedding(text);
            segments.add(segment(segments.size() + 1, text, vector));
        }
        upload(document, 1, 1, segments.toArray(NewSegment[]::new)).statusCode(200);
        tell(progress(document, 1, 1, 9, IndexingStatus.COMPLETED, texts.length));
        awaitStatus(document, IndexingStatus.COMPLETED);
        return document;
    }

    JobProgress progress(
            CreatedDocument document,
            long revision,
            long epoch,
            long sequence,
            IndexingStatus status,
            int total) {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        boolean ended = status.isTerminal();
        return new JobProgress(
                ids.next(),
                Tenants.DEFAULT,
                document.document().datasetId(),
                document.document().id(),
                revision,
                epoch,
                sequence,
                status,
                now,
                now,
                now,
                now,
                ended ? now : null,
                100L,
                total,
                total,
                7,
                status == IndexingStatus.ERROR ? "the model is gone" : null);
    }

    void tell(JobProgress progress) {
        EventEnvelope event =
                events.of(
                        JobProgress.EVENT_TYPE,
                        1,
                        Tenants.DEFAULT,
                        progress.documentId().toString(),
                        progress);
        send(Topics.JOB_PROGRESS, event.key(), events.write(event));
    }

    void send(String topic, String key, String value) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, key, value));
            producer.flush();
        }
    }

    /** The announcement of a document. */
    DocumentQueued announced(UUID documentId) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "test-" + ids.next());
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.DOCUMENT_EVENTS));
            List<EventEnvelope> found = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(r -> found.add(events.read(r.value())));
                        found.removeIf(e -> !e.key().equals(documentId.toString()));
                        return !found.isEmpty();
                    });
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().type()).isEqualTo(DocumentQueued.EVENT_TYPE);
            return events.payload(found.getFirst(), DocumentQueued.class);
        }
    }

    static IndexingProgress awaitStatus(CreatedDocument document, IndexingStatus status) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> status(document), seen -> seen.indexingStatus() == status);
    }

    static IndexingProgress status(CreatedDocument document) {
        return get(String.format(
                        Locale.ROOT,
                        "datasets/%s/documents/%s/indexing-status",
                        document.document().datasetId(),
                        document.batch()))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getObject("data[0]", IndexingProgress.class);
    }

    static List<String> found(UUID dataset, String query, Map<String, Object> settings) {
        return retrieve(dataset, query, settings).records().stream()
                .map(RetrievedPassage::content)
                .toList();
    }

    static RetrieveResponse retrieve(UUID dataset, String query, Map<String, Object> settings) {
        return post(
                        "datasets/" + dataset + "/retrieve",
                        Map.of("query", query, "retrievalModel", settings))
                .statusCode(200)
                .extract()
                .as(RetrieveResponse.class);
    }

    static Map<String, Object> method(String method, int topK) {
        return Map.of(
                "searchMethod",
                method,
                "rerankingEnable",
                false,
                "topK",
                topK,
                "scoreThresholdEnabled",
                false);
    }
}
