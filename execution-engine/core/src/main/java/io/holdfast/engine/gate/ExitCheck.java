package io.holdfast.engine.gate;

import io.holdfast.engine.context.RunStart;

/** Something that reads what a run says while it says it. A check that fails lets it pass. */
public interface ExitCheck {

    CheckStep begin(RunStart start, String text);
}
