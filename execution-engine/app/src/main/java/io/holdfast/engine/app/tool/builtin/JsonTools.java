package io.holdfast.engine.app.tool.builtin;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPathException;
import io.holdfast.engine.app.tool.ToolArguments;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolList;
import io.holdfast.engine.app.tool.ToolParameters;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The provider {@code json_process}: looks into JSON and changes it, by JSONPath. */
@ApplicationScoped
class JsonTools implements ToolProvider {

    private static final String STRING = "string";
    private static final String CONTENT = "content";
    private static final String QUERY = "query";
    private static final ToolList TOOLS =
            ToolList.of(
                    new ToolDescription(
                            "parse",
                            "JSON Parse",
                            "Gets values out of JSON.",
                            new ToolParameters()
                                    .need(CONTENT, STRING, "JSON")
                                    .need("json_filter", STRING, "JSONPath, such as $.name")
                                    .schema()),
                    new ToolDescription(
                            "json_delete",
                            "JSON Delete",
                            "Deletes values from JSON.",
                            change().schema()),
                    new ToolDescription(
                            "json_insert",
                            "JSON Insert",
                            "Adds a value to JSON.",
                            change().need("new_value", STRING, "The value")
                                    .may("value_decode", "boolean", "Whether it is JSON itself")
                                    .may("index", "number", "Where in a list; at its end if absent")
                                    .schema()),
                    new ToolDescription(
                            "json_replace",
                            "JSON Replace",
                            "Replaces values in JSON.",
                            change().need("replace_value", STRING, "The new value")
                                    .may("replace_pattern", STRING, "What of a text is replaced")
                                    .may("replace_model", STRING, "pattern, key or value")
                                    .may("value_decode", "boolean", "Whether it is JSON itself")
                                    .schema()));

    private static ToolParameters change() {
        return new ToolParameters()
                .need(CONTENT, STRING, "JSON")
                .need(QUERY, STRING, "JSONPath, such as $.items[0]");
    }

    @Override
    public String id() {
        return "json_process";
    }

    @Override
    public Optional<ToolDescription> describe(String tool) {
        return TOOLS.find(tool);
    }

    @Override
    public ToolReply use(ToolUsage usage) {
        ToolArguments given = usage.arguments();
        try {
            JsonDocument json = JsonDocument.parse(given.require(CONTENT));
            return ToolReply.of(
                    switch (usage.tool()) {
                        case "parse" -> json.found(given.require("json_filter"));
                        case "json_delete" -> json.without(given.require(QUERY));
                        case "json_insert" ->
                                json.with(
                                        given.require(QUERY),
                                        JsonDocument.value(given, "new_value"),
                                        (int) given.number("index", -1));
                        case "json_replace" -> json.replaced(given.require(QUERY), given);
                        default -> throw new UnknownToolException(usage.tool());
                    });
        } catch (InvalidPathException e) {
            throw new ToolException("Nothing is there: " + e.getMessage());
        } catch (JsonPathException e) {
            throw new ToolException("Invalid JSON: " + e.getMessage());
        }
    }
}
