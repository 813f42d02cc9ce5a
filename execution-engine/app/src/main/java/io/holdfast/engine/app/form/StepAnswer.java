package io.holdfast.engine.app.form;

import io.holdfast.engine.node.FormAnswer;
import java.util.UUID;

/**
 * The answer to a form that a run has not heard of yet.
 *
 * @param step the step that waits for it
 */
public record StepAnswer(UUID formId, String step, FormAnswer answer) {}
