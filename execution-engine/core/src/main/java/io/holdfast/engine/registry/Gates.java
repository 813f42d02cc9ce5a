package io.holdfast.engine.registry;

import io.holdfast.engine.annotation.AnnotationCheck;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.externaldata.ExternalDataTool;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.gate.Gate;
import io.holdfast.engine.moderation.Moderation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who stands before an app's graph and behind it, in the order of dsl.md 5.2. */
public final class Gates {

    private Gates() {}

    /** The gate of an app that was imported; a workflow has none (dsl.md 1.6, 5.5). */
    public static Gate of(AppDefinition app) {
        if (app.mode() == AppMode.WORKFLOW) {
            return Gate.OPEN;
        }
        Optional<Moderation> moderation = Moderation.of(app.body().features());
        List<EntryCheck> entry = new ArrayList<>();
        moderation.flatMap(Moderation::entry).ifPresent(entry::add);
        if (app.mode() != AppMode.COMPLETION) {
            entry.add(new AnnotationCheck());
        }
        if (app.body() instanceof BasicAppDefinition basic) {
            entry.addAll(ExternalDataTool.of(basic.modelConfig()));
        }
        return new Gate(entry, moderation.map(Moderation::exit).orElse(null));
    }
}
