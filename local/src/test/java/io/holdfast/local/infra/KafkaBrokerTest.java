package io.holdfast.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final String TOPIC = "notes";

    @TempDir Path home;

    @Test
    void aRecordIsConsumedAndKeptOverARestart() throws Exception {
        try (KafkaBroker first = KafkaBroker.start(home, 0)) {
            produce(first, "one");
            assertThat(consume(first, 1)).containsExactly("one");
        }
        try (KafkaBroker second = KafkaBroker.start(home, 0)) {
            produce(second, "two");
            assertThat(consume(second, 2)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void aTopicThatNobodyCreatedGetsSeveralPartitions() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(home, 0)) {
            produce(broker, "one");
            try (KafkaConsumer<String, String> consumer = consumer(broker)) {
                assertThat(consumer.partitionsFor(TOPIC)).hasSize(6);
            }
        }
    }

    private static void produce(KafkaBroker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
        }
    }

    private static List<String> consume(KafkaBroker broker, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer(broker)) {
            consumer.subscribe(List.of(TOPIC));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        for (ConsumerRecord<String, String> entry :
                                consumer.poll(Duration.ofMillis(200))) {
                            values.add(entry.value());
                        }
                        return values.size() >= count;
                    });
        }
        return values;
    }

    private static KafkaConsumer<String, String> consumer(KafkaBroker broker) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        "readers-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
