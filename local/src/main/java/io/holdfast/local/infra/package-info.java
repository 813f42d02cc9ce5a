/** PostgreSQL and Kafka as real servers from Maven artifacts, without containers. */
@NullMarked
package io.holdfast.local.infra;

import org.jspecify.annotations.NullMarked;
