package io.holdfast.engine.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands before a graph and behind it.
 *
 * @param entry asked one after the other
 * @param exit null when what the run says is nobody's business
 */
public record Gate(List<EntryCheck> entry, @Nullable ExitCheck exit) {

    /** Nobody stands there. */
    public static final Gate OPEN = new Gate(List.of(), null);

    public Gate {
        entry = List.copyOf(entry);
    }
}
