package io.holdfast.engine.app.tool;

import io.holdfast.engine.context.RunStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Uses of tools by some run. */
public final class Usages {

    private Usages() {}

    public static ToolUsage of(String tool, Map<String, ?> given) {
        UUID id = new UUID(0x7000L, 1);
        return new ToolUsage(
                tool,
                new LinkedHashMap<>(given),
                new RunStart(
                        id,
                        id,
                        id,
                        id,
                        id,
                        "workflow",
                        "somebody",
                        id,
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
                "call");
    }
}
