package io.holdfast.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event that waits.
 *
 * @param seq its place in the outbox
 * @param value the JSON that travels
 * @param traceparent the trace that it belongs to, if any
 */
record OutboxRow(long seq, String topic, String key, String value, @Nullable String traceparent) {}
