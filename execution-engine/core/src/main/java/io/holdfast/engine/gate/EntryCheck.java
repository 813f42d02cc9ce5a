package io.holdfast.engine.gate;

import io.holdfast.engine.context.RunStart;

/** Something that is asked before a graph begins. A check that fails fails the run. */
public interface EntryCheck {

    /** The same for ever: a run that was let pass is not asked again. */
    String name();

    CheckStep begin(RunStart start);
}
