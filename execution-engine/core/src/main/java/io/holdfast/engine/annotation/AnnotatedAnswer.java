package io.holdfast.engine.annotation;

import io.holdfast.contracts.run.RunEvent;

/** An answer that was written beforehand. */
public record AnnotatedAnswer(String text, RunEvent.Annotation annotation) {}
