package io.holdfast.engine.app.run;

import io.holdfast.engine.annotation.AnnotationCheck;
import io.holdfast.engine.app.annotation.AnnotationMatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Says which checks of an app have nothing to ask: whether annotations answer is no matter of the
 * app's file, and runs of an app without any are not to wait for an answer that is known.
 */
@ApplicationScoped
class RunChecks {

    private final AnnotationMatcher annotations;

    RunChecks(AnnotationMatcher annotations) {
        this.annotations = annotations;
    }

    Uni<Set<String>> idle(RunnableApp app) {
        boolean looks =
                app.program().gate().entry().stream().anyMatch(AnnotationCheck.class::isInstance);
        return looks
                ? annotations
                        .isOn(app.appId())
                        .map(on -> on ? Set.of() : Set.of(AnnotationCheck.NAME))
                : Uni.createFrom().item(Set.of());
    }
}
