package io.holdfast.platform.outbox;

import io.holdfast.platform.event.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a batch in one Kafka transaction. The transactional id is the service's: a relay that
 * lost its lease without noticing is fenced by the broker, and a batch that failed half-way is seen
 * by nobody who reads committed records. After any fault the producer is made anew.
 */
final class KafkaPublisher implements Publisher {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private @Nullable Producer<String, String> producer;

    KafkaPublisher(Settings settings) {
        this.settings = producerSettings(settings);
    }

    /**
     * How the broker is reached.
     *
     * @param bootstrapServers as Kafka's clients take them
     * @param transactionalId one for all relays of a service
     * @param within how long a batch may take
     * @param largestEvent in bytes
     */
    record Settings(
            String bootstrapServers, String transactionalId, Duration within, int largestEvent) {}

    @Override
    public void publish(List<OutboxRow> rows) {
        AtomicReference<@Nullable RefusedEventException> refused = new AtomicReference<>();
        try {
            Producer<String, String> open = open();
            open.beginTransaction();
            rows.forEach(row -> send(open, row, refused));
            open.commitTransaction();
        } catch (KafkaException e) {
            close();
            RefusedEventException reason = refused.get();
            throw reason == null ? new PublishException(e) : reason;
        }
    }

    @Override
    public void close() {
        Producer<String, String> open = producer;
        producer = null;
        if (open != null) {
            open.close(CLOSE_WITHIN);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit fails when a send did.
    private static void send(
            Producer<String, String> open,
            OutboxRow row,
            AtomicReference<@Nullable RefusedEventException> refused) {
        open.send(
                record(row),
                (done, fault) -> {
                    if (fault instanceof RecordTooLargeException
                            || fault instanceof InvalidTopicException) {
                        refused.compareAndSet(null, new RefusedEventException(row, fault));
                    }
                });
    }

    private Producer<String, String> open() {
        Producer<String, String> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private static ProducerRecord<String, String> record(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.key(), row.value());
        String traceparent = row.traceparent();
        if (traceparent != null) {
            message.headers()
                    .add(TraceParent.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private static Map<String, Object> producerSettings(Settings settings) {
        int within = Math.toIntExact(settings.within().toMillis());
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 2);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, within * 2);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.largestEvent());
        return all;
    }
}
