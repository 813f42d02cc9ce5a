package io.holdfast.engine.graph;

import java.util.ArrayList;
import java.util.List;

/** A graph cannot run; names every fault that was found (dsl.md 1.11). */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> faults;

    public GraphException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = new ArrayList<>(faults);
    }

    /** One sentence for each fault. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
