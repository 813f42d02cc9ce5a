/** The durable journal of all runs: written in groups, fenced by the lease of its engine. */
@NullMarked
package io.holdfast.engine.app.journal;

import org.jspecify.annotations.NullMarked;
