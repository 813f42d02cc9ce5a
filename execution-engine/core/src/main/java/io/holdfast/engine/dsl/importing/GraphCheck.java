package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.GraphDefinition;
import java.util.List;

/** Says what keeps a graph from running that its shape does not show: the nodes' own settings. */
@FunctionalInterface
public interface GraphCheck {

    /** Finds nothing. */
    GraphCheck NONE = _ -> List.of();

    /** One sentence for each fault, naming the node. */
    List<String> faults(GraphDefinition graph);
}
