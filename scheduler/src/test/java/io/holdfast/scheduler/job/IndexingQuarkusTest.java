package io.holdfast.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.DocumentQueued;
import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.JobProgress;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.Ids;
import io.holdfast.scheduler.indexing.Segmenter;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(HoldfastInfra.class)
@QuarkusTestResource(Neighbours.class)
class IndexingQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProcessRule BY_LINE =
            new ProcessRule("custom", List.of(), new Segmentation("\\n", 50, 0));

    private final Events events;
    private final Ids ids;
    private final Pool pool;
    private final String kafka;

    @Inject
    IndexingQuarkusTest(
            Events events,
            Ids ids,
            Pool pool,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.events = events;
        this.ids = ids;
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void neighboursAnswer() {
        Neighbours.models().reset();
        Neighbours.knowledge().failNext(0);
    }

    private FakeKnowledge.Held document(int lines) {
        String text =
                IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> "Line " + i + ".")
                        .collect(Collectors.joining("\n"));
        return Neighbours.knowledge()
                .hold(
                        new DocumentSource(
                                ids.next(),
                                ids.next(),
                                1,
                                text,
                                IndexingTechnique.HIGH_QUALITY,
                                null,
                                "embedder",
                                BY_LINE));
    }

    private static List<String> lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "Line " + i + ".").toList();
    }

    private void queue(UUID datasetId, UUID documentId, long revision) {
        EventEnvelope event =
                events.of(
                        DocumentQueued.EVENT_TYPE,
                        1,
                        Tenants.DEFAULT,
                        documentId.toString(),
                        new DocumentQueued(
                                Tenants.DEFAULT, datasetId, documentId, "batch", revision));
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            String value = events.write(event);
            // Twice: Kafka may.
            var _ = producer.send(new ProducerRecord<>(Topics.DOCUMENT_EVENTS, event.key(), value));
            var _ = producer.send(new ProducerRecord<>(Topics.DOCUMENT_EVENTS, event.key(), value));
            producer.flush();
        }
    }

    private void queue(FakeKnowledge.Held held) {
        queue(held.source.datasetId(), held.source.documentId(), 1);
    }

    private String status(UUID documentId) {
        var rows =
                pool.preparedQuery(
                                "select status from indexing_job where document_id = $1"
                                        + " order by revision desc")
                        .execute(Tuple.of(documentId))
                        .await()
                        .atMost(PATIENCE);
        return rows.size() == 0 ? "" : rows.iterator().next().getString(0);
    }

    private void awaitStatus(FakeKnowledge.Held held, String status) {
        await().atMost(PATIENCE).until(() -> status(held.source.documentId()), status::equals);
    }

    /** All progress told of a document, up to its end. */
    private List<JobProgress> told(FakeKnowledge.Held held) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "test-" + ids.next());
        settings.put("auto.offset.reset", "earliest");
        List<JobProgress> told = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.JOB_PROGRESS));
            await().atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(r ->
                                        told.add(
                                                events.payload(
                                                        events.read(r.value()),
                                                        JobProgress.class)));
                        told.removeIf(p -> !p.documentId().equals(held.source.documentId()));
                        return !told.isEmpty() && told.getLast().status().isTerminal();
                    });
        }
        return told;
    }

    @Test
    void aDocumentIsCutEmbeddedStoredAndItsProgressTold() {
        FakeKnowledge.Held held = document(5);

        queue(held);
        List<JobProgress> told = told(held);

        assertThat(held.texts()).isEqualTo(lines(5));
        assertThat(held.segments.values())
                .allSatisfy(segment -> assertThat(segment.vector()).hasSize(64));
        assertThat(held.uploads).hasSize(3);
        assertThat(told)
                .extracting(JobProgress::status)
                .startsWith(
                        IndexingStatus.PARSING,
                        IndexingStatus.CLEANING,
                        IndexingStatus.SPLITTING,
                        IndexingStatus.INDEXING)
                .endsWith(IndexingStatus.COMPLETED);
        assertThat(told).extracting(JobProgress::sequence).isSorted().doesNotHaveDuplicates();
        JobProgress end = told.getLast();
        assertThat(end.totalSegments()).isEqualTo(5);
        assertThat(end.completedSegments()).isEqualTo(5);
        assertThat(end.tokens()).isPositive();
        assertThat(end.endedAt()).isNotNull();
    }

    @Test
    void aJobOfADeadSchedulerGoesOnWhereItWas() {
        FakeKnowledge.Held held = document(9);
        // What a killed process left: four segments saved, two more stored but not saved.
        Segmenter.split(held.source.text(), BY_LINE).stream()
                .limit(6)
                .forEach(chunk ->
                        held.segments.put(
                                chunk.position(),
                                new NewSegment(
                                        chunk.position(),
                                        chunk.content(),
                                        chunk.hash(),
                                        chunk.length(),
                                        1,
                                        null)));
        held.epoch = 1;
        pool.preparedQuery(
                        "insert into indexing_job (id, tenant_id, dataset_id, document_id,"
                                + " revision, status, owner, epoch, stage, sequence, stored,"
                                + " total) values ($1, $2, $3, $4, 1, 'running', $5, 1,"
                                + " 'indexing', 6, 4, 9)")
                .execute(
                        Tuple.from(
                                List.of(
                                        ids.next(),
                                        Tenants.DEFAULT,
                                        held.source.datasetId(),
                                        held.source.documentId(),
                                        ids.next())))
                .await()
                .atMost(PATIENCE);

        List<JobProgress> told = told(held);

        assertThat(held.texts()).isEqualTo(lines(9));
        assertThat(held.epoch).isEqualTo(2);
        assertThat(held.uploads.getFirst().segments().getFirst().position()).isEqualTo(5);
        assertThat(Neighbours.models().calls()).isEqualTo(3);
        assertThat(told).extracting(JobProgress::status).doesNotContain(IndexingStatus.PARSING);
        assertThat(told.getLast().completedSegments()).isEqualTo(9);
    }

    @Test
    void faultsThatPassAreTriedAgain() {
        FakeKnowledge.Held held = document(3);
        Neighbours.knowledge().failNext(1);
        Neighbours.models().then(MockReply.error(500, "hiccup"));

        queue(held);

        assertThat(told(held).getLast().status()).isEqualTo(IndexingStatus.COMPLETED);
        assertThat(held.texts()).isEqualTo(lines(3));
    }

    @Test
    void aModelThatKeepsFailingEndsInAnErrorThatIsTold() {
        FakeKnowledge.Held held = document(3);
        MockReply broken = MockReply.error(500, "out of order");
        Neighbours.models().then(broken, broken, broken);

        queue(held);
        JobProgress end = told(held).getLast();

        assertThat(end.status()).isEqualTo(IndexingStatus.ERROR);
        assertThat(end.error()).contains("out of order");
        assertThat(Neighbours.models().calls()).isEqualTo(3);
        awaitStatus(held, "failed");
    }

    @Test
    void aModelThatIsNotServedEndsTheJobAtOnce() {
        FakeKnowledge.Held held = document(3);
        Neighbours.models().then(MockReply.error(404, "no such model"));

        queue(held);

        assertThat(told(held).getLast().error()).contains("no such model");
        assertThat(Neighbours.models().calls()).isEqualTo(1);
    }

    @Test
    void aDocumentThatIsGoneEndsTheJobQuietly() {
        FakeKnowledge.Held held = document(3);
        Neighbours.knowledge().forget(held.source.documentId());

        queue(held);

        awaitStatus(held, "cancelled");
        assertThat(held.uploads).isEmpty();
    }

    @Test
    void aReplacedOwnerWritesNothingMore() {
        FakeKnowledge.Held held = document(3);
        held.epoch = 1_000_000;

        queue(held);

        await().atMost(PATIENCE).until(() -> Neighbours.models().calls() > 0);
        assertThat(held.uploads).isEmpty();
        assertThat(held.segments).isEmpty();
        Neighbours.knowledge().forget(held.source.documentId());
        awaitStatus(held, "cancelled");
    }

    @Test
    void aDocumentQueuedAnewCallsItsOlderJobOff() {
        FakeKnowledge.Held held = document(1);
        UUID document = held.source.documentId();
        Neighbours.knowledge().forget(document);
        queue(held.source.datasetId(), document, 3);
        await().atMost(PATIENCE).until(() -> status(document), "cancelled"::equals);

        queue(held.source.datasetId(), document, 4);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                pool.preparedQuery(
                                                "select count(*) from indexing_job where"
                                                        + " document_id = $1 and status ="
                                                        + " 'cancelled'")
                                        .execute(Tuple.of(document))
                                        .await()
                                        .atMost(PATIENCE)
                                        .iterator()
                                        .next()
                                        .getLong(0),
                        count -> count == 2);
    }
}
