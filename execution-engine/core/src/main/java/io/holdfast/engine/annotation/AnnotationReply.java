package io.holdfast.engine.annotation;

import io.holdfast.contracts.run.RunEvent;

/** An answer that was written beforehand. */
public record AnnotationReply(String answer, RunEvent.Annotation annotation) {}
