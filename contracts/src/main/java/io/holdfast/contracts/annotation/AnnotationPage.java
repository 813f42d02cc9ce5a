package io.holdfast.contracts.annotation;

import java.util.List;

/**
 * A page of an app's annotations, newest first: {@code GET
 * /internal/v1/apps/{appId}/annotations?page&limit&keyword}.
 *
 * @param total annotations that match, on all pages
 */
public record AnnotationPage(long total, List<AnnotationView> data) {

    public AnnotationPage {
        data = List.copyOf(data);
    }
}
