/**
 * Jobs that index documents: leased, checkpointed after each batch, and taken over where their
 * owner left them.
 */
@NullMarked
package io.holdfast.scheduler.job;

import org.jspecify.annotations.NullMarked;
