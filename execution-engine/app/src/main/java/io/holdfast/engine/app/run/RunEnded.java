package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.context.RunStart;

/**
 * A run that this engine drove has ended, and everybody may know.
 *
 * @param start the facts with which it was let in
 */
public record RunEnded(RunStart start, RunEvent.Finished end) {}
