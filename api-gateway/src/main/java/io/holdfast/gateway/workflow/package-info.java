/** POST /v1/workflows/run, its stop and what became of a run. */
@NullMarked
package io.holdfast.gateway.workflow;

import org.jspecify.annotations.NullMarked;
