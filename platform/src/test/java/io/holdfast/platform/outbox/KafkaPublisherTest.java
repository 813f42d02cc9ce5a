package io.holdfast.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.infra.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final String servers = TestInfrastructure.kafka().bootstrapServers();

    @Test
    void whatIsPublishedArrivesInOrderWithItsKeyAndTrace() {
        try (var publisher = publisher("in-order", servers)) {
            publisher.publish(rows("t-order", 0, 50));
            publisher.publish(rows("t-order", 50, 100));
        }

        List<ConsumerRecord<String, String>> read = read("t-order", 100);

        assertThat(read.stream().map(ConsumerRecord::value))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "value-" + i).toList());
        assertThat(read).allSatisfy(r -> assertThat(r.key()).isEqualTo("key"));
        assertThat(new String(header(read.getFirst()), StandardCharsets.US_ASCII)).isEqualTo(TRACE);
    }

    @Test
    void anOldRelayIsFencedByTheNewOneAndItsBatchIsSeenByNobody() {
        try (var old = publisher("fenced", servers);
                var fresh = publisher("fenced", servers)) {
            old.publish(rows("t-fenced", 0, 1));
            fresh.publish(rows("t-fenced", 1, 2));

            assertThatThrownBy(() -> old.publish(rows("t-fenced", 2, 3)))
                    .isInstanceOf(PublishException.class);
            fresh.publish(rows("t-fenced", 3, 4));
        }

        assertThat(read("t-fenced", 3).stream().map(ConsumerRecord::value))
                .containsExactly("value-0", "value-1", "value-3");
    }

    @Test
    void anEventThatIsTooLargeIsNamed() {
        OutboxRow large = new OutboxRow(7, "t-large", "key", "x".repeat(200_000), null);
        try (var publisher = publisher("large", servers)) {
            assertThatThrownBy(() -> publisher.publish(List.of(row("t-large", 1), large)))
                    .isInstanceOfSatisfying(
                            RefusedEventException.class,
                            refused -> assertThat(refused.row()).isEqualTo(large));
            publisher.publish(rows("t-large", 1, 2));
        }

        assertThat(read("t-large", 1)).hasSize(1);
    }

    @Test
    void aBrokerThatIsNotThereIsAFaultInTime() {
        try (var publisher = publisher("nobody", "127.0.0.1:1")) {
            assertThatThrownBy(() -> publisher.publish(rows("t-nobody", 0, 1)))
                    .isInstanceOf(PublishException.class);
        }
    }

    private static KafkaPublisher publisher(String id, String servers) {
        return new KafkaPublisher(
                new KafkaPublisher.Settings(
                        servers, "publisher-test-" + id, Duration.ofSeconds(4), 100_000));
    }

    private static List<OutboxRow> rows(String topic, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> row(topic, i)).toList();
    }

    private static OutboxRow row(String topic, int number) {
        return new OutboxRow(number, topic, "key", "value-" + number, TRACE);
    }

    private static byte[] header(ConsumerRecord<String, String> message) {
        return message.headers().lastHeader("traceparent").value();
    }

    private List<ConsumerRecord<String, String>> read(String topic, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        topic,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed");
        List<ConsumerRecord<String, String>> read = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int polls = 0; polls < 100 && read.size() < count; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }
}
