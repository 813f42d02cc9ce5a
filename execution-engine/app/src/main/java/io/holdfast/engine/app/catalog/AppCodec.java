package io.holdfast.engine.app.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.engine.app.secret.SecretBox;
import io.holdfast.engine.dsl.AppBody;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.VariableDefinition;
import io.holdfast.engine.dsl.WorkflowDefinition;
import io.holdfast.engine.dsl.importing.AppDefinitionReader;
import io.holdfast.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns definitions into rows and back; whatever may be secret is sealed on the way. */
@ApplicationScoped
class AppCodec {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> TREE =
            new TypeReference<>() {};

    private final ObjectMapper json = Json.plainValues(Json.mapper());
    private final SecretBox box;

    AppCodec(SecretBox box) {
        this.box = box;
    }

    /** Fills a version's row. */
    void store(AppVersionEntity row, Map<String, @Nullable Object> healed, String source) {
        Map<String, @Nullable Object> tree = Trees.copy(healed);
        Map<String, @Nullable Object> secrets = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> variable : environment(tree)) {
            if ("secret".equals(variable.get("value_type"))) {
                secrets.put(Trees.text(variable, "name"), variable.get("value"));
                variable.put("value", "");
            }
        }
        row.definition = write(tree);
        row.secrets = secrets.isEmpty() ? null : seal(row.id, secrets);
        row.source = box.seal("source/" + row.id, source);
    }

    /** The healed file of a version, secrets blank. */
    Map<String, @Nullable Object> tree(AppVersionEntity row) {
        return read(row.definition);
    }

    /** The healed file of a version, secrets in clear. */
    Map<String, @Nullable Object> treeWithSecrets(AppEntity app, AppVersionEntity row) {
        Map<String, @Nullable Object> tree = tree(row);
        Map<String, @Nullable Object> secrets = new LinkedHashMap<>(secrets(row));
        secrets.putAll(overrides(app));
        for (Map<String, @Nullable Object> variable : environment(tree)) {
            String name = Trees.text(variable, "name");
            if (secrets.containsKey(name)) {
                variable.put("value", secrets.get(name));
            }
        }
        return tree;
    }

    /** The app as runs need it. */
    PublishedApp published(AppEntity app, AppVersionEntity row) {
        AppDefinition definition = definition(row);
        return new PublishedApp(
                app.tenantId, app.id, row.id, definition, environment(app, row, definition));
    }

    AppDefinition definition(AppVersionEntity row) {
        return AppDefinitionReader.read(tree(row));
    }

    /** Secret variables that neither the file nor anybody else gave a value. */
    List<String> missingSecrets(AppEntity app, AppVersionEntity row, AppDefinition definition) {
        Map<String, @Nullable Object> environment = environment(app, row, definition);
        List<String> missing = new ArrayList<>();
        for (VariableDefinition variable : variables(definition)) {
            if (variable.isSecret() && !Trees.isTruthy(environment.get(variable.name()))) {
                missing.add(variable.name());
            }
        }
        return missing;
    }

    /** The values that were given beside the file. */
    Map<String, @Nullable Object> overrides(AppEntity app) {
        return app.environment == null
                ? Map.of()
                : read(box.open("environment/" + app.id, app.environment));
    }

    void storeOverrides(AppEntity app, Map<String, @Nullable Object> values) {
        app.environment =
                values.isEmpty() ? null : box.seal("environment/" + app.id, write(values));
    }

    byte[] seal(UUID pendingImport, ImportAppRequest request) {
        return box.seal("import/" + pendingImport, write(request));
    }

    ImportAppRequest open(PendingImportEntity pending) {
        try {
            return json.readValue(
                    box.open("import/" + pending.id, pending.request), ImportAppRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("import " + pending.id + " cannot be read", e);
        }
    }

    static List<VariableDefinition> variables(AppDefinition definition) {
        AppBody body = definition.body();
        return body instanceof WorkflowDefinition workflow
                ? workflow.environmentVariables()
                : List.of();
    }

    private Map<String, @Nullable Object> environment(
            AppEntity app, AppVersionEntity row, AppDefinition definition) {
        Map<String, @Nullable Object> secrets = secrets(row);
        Map<String, @Nullable Object> overrides = overrides(app);
        Map<String, @Nullable Object> environment = new LinkedHashMap<>();
        for (VariableDefinition variable : variables(definition)) {
            String name = variable.name();
            Object own = variable.isSecret() ? secrets.get(name) : variable.value();
            environment.put(name, overrides.containsKey(name) ? overrides.get(name) : own);
        }
        return Collections.unmodifiableMap(environment);
    }

    private static List<Map<String, @Nullable Object>> environment(
            Map<String, @Nullable Object> tree) {
        return Trees.maps(Trees.map(tree, "workflow"), "environment_variables");
    }

    private Map<String, @Nullable Object> secrets(AppVersionEntity row) {
        return row.secrets == null ? Map.of() : read(box.open("version/" + row.id, row.secrets));
    }

    private byte[] seal(UUID version, Map<String, @Nullable Object> secrets) {
        return box.seal("version/" + version, write(secrets));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition cannot be written as JSON", e);
        }
    }

    private Map<String, @Nullable Object> read(String text) {
        try {
            return json.readValue(text, TREE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored definition is no JSON", e);
        }
    }
}
