package io.holdfast.engine.app.tool.openapi;

import io.holdfast.engine.app.tool.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a web API as a tool.
 *
 * @param path with names in braces
 * @param parameters all but those in the body
 */
record ApiOperation(
        ToolDescription description,
        String method,
        String path,
        List<Parameter> parameters,
        Optional<Body> body) {

    /**
     * A parameter outside of the body.
     *
     * @param place {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param type of its JSON schema
     */
    record Parameter(String name, String place, boolean required, String type) {}

    /**
     * The body.
     *
     * @param mediaType such as {@code application/json}
     * @param types of the properties that are parameters of the tool, by name
     * @param whole the name of the parameter that is the whole body, when it is no object
     */
    record Body(String mediaType, Map<String, String> types, @Nullable String whole) {}
}
