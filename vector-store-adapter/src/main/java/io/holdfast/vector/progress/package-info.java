/** What jobs tell about documents, taken in from Kafka. */
@NullMarked
package io.holdfast.vector.progress;

import org.jspecify.annotations.NullMarked;
