package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;

/**
 * Who judges what is asked and what is said. Each is given the preset answer for what it objects
 * to.
 */
sealed interface Judge permits KeywordJudge, ExtensionJudge, ModelJudge {

    CheckStep ofInput(RunStart start, String preset);

    CheckStep ofOutput(RunStart start, String text, String preset);
}
