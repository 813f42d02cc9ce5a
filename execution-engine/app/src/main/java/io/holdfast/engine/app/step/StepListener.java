package io.holdfast.engine.app.step;

import io.holdfast.engine.node.NodeAnswer;

/** Hears what comes of a step. Called on the step's own thread, not after it was cancelled. */
public interface StepListener {

    /** A piece of an output came in. */
    void piece(String output, String delta);

    /** What the step asked is answered. Nothing follows. */
    void answered(NodeAnswer answer);

    /** What carried the step out is gone. Nothing follows. */
    void cutOff();
}
