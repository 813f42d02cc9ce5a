package io.holdfast.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.event.DeadLetter;
import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.event.MalformedEventException;
import io.holdfast.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Takes events in: each once, with retries, and what cannot be digested goes to {@code
 * <topic>.dead} through the outbox, so that it blocks nothing behind it. While the database is gone
 * an event waits; that is no fault of its own.
 */
@Singleton
public class EventIntake {

    private static final Logger LOGGER = Logger.getLogger(EventIntake.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 500;

    private final Pool pool;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Events events;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final InboxConfig config;

    EventIntake(
            Pool pool,
            Inbox inbox,
            Outbox outbox,
            Events events,
            ObjectMapper mapper,
            Clock clock,
            InboxConfig config) {
        this.pool = pool;
        this.inbox = inbox;
        this.outbox = outbox;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Takes one record in; the record can be acknowledged when this completes. It does not fail.
     *
     * @param consumer the consumer's lasting name, such as {@code indexing}
     * @param topic where it came from
     * @param value the record's value
     */
    public Uni<Void> take(String consumer, String topic, String value, EventWork work) {
        var delivery = new Delivery(consumer, topic, value);
        return digest(
                delivery,
                event ->
                        attempt(delivery, event, work)
                                .ifNoItem()
                                .after(config.attemptWithin())
                                .fail());
    }

    /**
     * Takes one record in by work that may be repeated, because it knows by itself what it has
     * done: it holds no transaction. Does not fail.
     *
     * @param passing which faults pass by themselves: they are waited for as long as it takes
     */
    public Uni<Void> takeRepeatable(
            String consumer,
            String topic,
            String value,
            Function<EventEnvelope, Uni<Void>> work,
            Predicate<Throwable> passing) {
        return digest(
                new Delivery(consumer, topic, value),
                event ->
                        Uni.createFrom()
                                .deferred(() -> work.apply(event))
                                .onFailure(passing)
                                .retry()
                                .withBackOff(config.firstPause(), LONGEST_PAUSE)
                                .indefinitely());
    }

    /**
     * A record as it came.
     *
     * @param value the record's value, an envelope unless it is malformed
     */
    private record Delivery(String consumer, String topic, String value) {}

    private Uni<Void> digest(Delivery delivery, Function<EventEnvelope, Uni<Void>> once) {
        return Uni.createFrom()
                .deferred(() -> digestOrBury(delivery, once))
                .onFailure()
                .invoke(fault ->
                        LOGGER.errorf("%s waits for the database: %s", delivery.consumer(), fault))
                .onFailure()
                .retry()
                .withBackOff(config.firstPause(), LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> digestOrBury(Delivery delivery, Function<EventEnvelope, Uni<Void>> once) {
        EventEnvelope event;
        try {
            event = events.read(delivery.value());
        } catch (MalformedEventException e) {
            return bury(delivery, "", e);
        }
        return Uni.createFrom()
                .deferred(() -> once.apply(event))
                .onFailure()
                .retry()
                .withBackOff(config.firstPause(), LONGEST_PAUSE)
                .atMost(Math.max(1, config.attempts() - 2L))
                .onFailure()
                .recoverWithUni(
                        _ -> databaseIsThere().chain(() -> lastAttempt(delivery, event, once)));
    }

    /** What failed while the database was gone gets its last chance once it is back. */
    private Uni<Void> databaseIsThere() {
        return pool.query("select 1").execute().replaceWithVoid();
    }

    private Uni<Void> lastAttempt(
            Delivery delivery, EventEnvelope event, Function<EventEnvelope, Uni<Void>> once) {
        return Uni.createFrom()
                .deferred(() -> once.apply(event))
                .onFailure()
                .recoverWithUni(fault -> bury(delivery, event.key(), fault));
    }

    private Uni<Void> attempt(Delivery delivery, EventEnvelope event, EventWork work) {
        return pool.withTransaction(transaction ->
                        inbox.once(
                                transaction,
                                delivery.consumer(),
                                event.id(),
                                () -> work.take(transaction, event)))
                .replaceWithVoid();
    }

    private Uni<Void> bury(Delivery delivery, String key, Throwable fault) {
        String letter = letter(delivery, fault);
        return pool.withTransaction(transaction ->
                        outbox.appendRaw(
                                transaction, Topics.deadLettersOf(delivery.topic()), key, letter))
                .invoke(() ->
                        LOGGER.errorf(
                                "%s could not digest an event of %s; it is a dead letter"
                                        + " now: %s",
                                delivery.consumer(), delivery.topic(), fault.getClass().getName()));
    }

    private String letter(Delivery delivery, Throwable fault) {
        String reason = fault.toString();
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
        try {
            return mapper.writeValueAsString(
                    new DeadLetter(
                            delivery.topic(),
                            delivery.consumer(),
                            reason,
                            clock.instant(),
                            delivery.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dead letter is text and always JSON", e);
        }
    }
}
