package io.holdfast.vector.metadata;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata as the database has it. */
public final class StoredMetadata {

    private StoredMetadata() {}

    /** By field name, in the stored order. */
    public static Map<String, @Nullable Object> read(JsonObject stored) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, ?> field : stored.getMap().entrySet()) {
            fields.put(field.getKey(), field.getValue());
        }
        return fields;
    }
}
