package io.holdfast.contracts.run;

import java.time.Instant;

/**
 * One event of a run with its place in the run's sequence.
 *
 * @param seq 0 for {@link RunEvent.Accepted}, then 1, 2, 3 … without gaps; what a client saw last
 *     is the point from which it can go on
 * @param at when the fact was journaled
 */
public record RunEventEnvelope(long seq, Instant at, RunEvent event) {}
