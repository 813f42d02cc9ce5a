package io.holdfast.contracts.event;

import java.time.Instant;

/**
 * A record that a consumer could not digest, on {@code <topic>.dead}.
 *
 * @param topic where it came from
 * @param consumer who could not digest it
 * @param reason the last fault
 * @param time when the consumer gave up
 * @param value the record's value as it came, an {@link EventEnvelope} unless it was malformed
 */
public record DeadLetter(
        String topic, String consumer, String reason, Instant time, String value) {}
