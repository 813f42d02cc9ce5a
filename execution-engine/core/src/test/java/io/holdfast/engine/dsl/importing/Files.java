package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.registry.NodeTypes;
import io.holdfast.engine.value.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files for tests, written as JSON, and the importer that reads them. */
final class Files {

    static final String WORKFLOW =
            """
            {"version": "0.3.0", "kind": "app",
             "app": {"name": "Greeter", "mode": "workflow", "icon": "x", "description": "d"},
             "workflow": {
               "environment_variables": [
                 {"name": "E", "value_type": "number", "value": 3, "id": "e-1"}],
               "conversation_variables": [],
               "features": {"file_upload": {"image": {"enabled": false}}},
               "graph": {
                 "nodes": [
                   {"id": "s", "data": {"type": "start", "title": "Start", "variables": []}},
                   {"id": "h", "data": {"type": "http-request", "title": "Call"}},
                   {"id": "e", "data": {"type": "end", "title": "End", "outputs": []}}],
                 "edges": [{"source": "s", "target": "h"}, {"source": "h", "target": "e"}]}}}
            """;

    static final String CHAT =
            """
            {"version": "0.1.5", "app": {"name": "Talker", "mode": "chat"},
             "model_config": {
               "model": {"provider": "openai", "name": "gpt-4o", "mode": "chat"},
               "pre_prompt": "Be brief.",
               "user_input_form": [
                 {"text-input": {"variable": "name", "required": true, "label": "Name"}}]}}
            """;

    private Files() {}

    static Map<String, @Nullable Object> read(String json) {
        return Trees.map(JsonReader.read(json));
    }

    static ImportOutcome take(String json) {
        return take(JsonReader.read(json));
    }

    static ImportOutcome take(@Nullable Object root) {
        return importer().read(root, false);
    }

    static AppImporter importer() {
        return new AppImporter(
                NodeTypes.supported(Set.of("time"), Set.of()),
                HealingOptions.DEFAULT,
                GraphCheck.NONE);
    }

    static String variable(String type, String value) {
        return "[{\"name\": \"a\", \"value_type\": \"%s\", \"value\": %s}]".formatted(type, value);
    }

    /** The workflow with one value replaced; the path as in JSON Pointer. */
    static Map<String, @Nullable Object> edited(String where, String what) {
        var file = read(WORKFLOW);
        set(file, where, what);
        return file;
    }

    static void set(Map<String, @Nullable Object> file, String where, String what) {
        List<String> path = List.of(where.substring(1).split("/"));
        Object at = file;
        for (String step : path.subList(0, path.size() - 1)) {
            at =
                    at instanceof List<?> list
                            ? list.get(Integer.parseInt(step))
                            : Trees.map(at).get(step);
        }
        Trees.map(at).put(path.getLast(), JsonReader.read(what));
    }
}
