package io.holdfast.engine.app.annotation;

import io.holdfast.platform.error.HoldfastException;

/** What a request names is not there. */
final class AnnotationRefusedException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    private AnnotationRefusedException(String code, String message) {
        super(404, code, message);
    }

    static AnnotationRefusedException noApp() {
        return new AnnotationRefusedException("app_not_found", "App not found.");
    }

    static AnnotationRefusedException noAnnotation() {
        return new AnnotationRefusedException("annotation_not_found", "Annotation not found");
    }

    static AnnotationRefusedException noJob() {
        return new AnnotationRefusedException("job_not_found", "The job does not exist.");
    }
}
