package io.holdfast.engine.node;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values that a node finds, by selectors with dots. */
public final class GivenVariables implements Variables {

    private final Map<Selector, @Nullable Object> values = new LinkedHashMap<>();

    public GivenVariables with(String selector, @Nullable Object value) {
        values.put(new Selector(List.of(selector.split("\\."))), value);
        return this;
    }

    @Override
    public Lookup get(Selector selector) {
        return values.containsKey(selector)
                ? new Lookup.Found(values.get(selector))
                : new Lookup.Missing();
    }

    /** These values in a run of a workflow. */
    public NodeScope scope() {
        return scope(List.of());
    }

    /** These values in a run of a workflow, for a node that has learned something already. */
    public NodeScope scope(List<NodeNote> notes) {
        return new NodeScope(
                this,
                new RunStart(
                        new UUID(0x7000L, 1),
                        new UUID(0x7000L, 2),
                        new UUID(0x7000L, 3),
                        new UUID(0x7000L, 4),
                        new UUID(0x7000L, 5),
                        "workflow",
                        "somebody",
                        new UUID(0x7000L, 6),
                        Map.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        1,
                        Map.of(),
                        Map.of(),
                        1_760_000_000L,
                        null),
                notes);
    }
}
