/** What travels on Kafka: the envelope around every event, and the topics. */
@NullMarked
package io.holdfast.contracts.event;

import org.jspecify.annotations.NullMarked;
