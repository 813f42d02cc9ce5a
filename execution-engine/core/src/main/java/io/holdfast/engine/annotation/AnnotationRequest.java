package io.holdfast.engine.annotation;

import io.holdfast.engine.node.StepRequest;
import java.util.Optional;

/** Looks for a question like this one that was answered beforehand. */
public record AnnotationRequest(String query) implements StepRequest<Optional<AnnotatedAnswer>> {}
