package io.holdfast.engine.run;

/** Whether an edge is part of the way that a run takes (dsl.md 4.1). */
enum EdgeState {
    UNDECIDED,
    TAKEN,
    SKIPPED
}
