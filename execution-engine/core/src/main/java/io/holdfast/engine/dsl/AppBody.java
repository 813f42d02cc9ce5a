package io.holdfast.engine.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an app does: a graph, or the configuration of one model call. */
public sealed interface AppBody permits WorkflowDefinition, BasicAppDefinition {

    /** Features such as the opening statement, as the file has them (dsl.md 1.6, 5.1). */
    Map<String, @Nullable Object> features();
}
