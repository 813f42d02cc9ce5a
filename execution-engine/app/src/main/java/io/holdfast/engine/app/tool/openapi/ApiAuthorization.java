package io.holdfast.engine.app.tool.openapi;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a web API is told who asks. */
public sealed interface ApiAuthorization {

    /** It is not. */
    record None() implements ApiAuthorization {}

    /** By a header. */
    record Header(String name, String value) implements ApiAuthorization {

        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    /** By a parameter of the query. */
    record Query(String name, String value) implements ApiAuthorization {

        @Override
        public String toString() {
            return "Query[" + name + "]";
        }
    }

    /**
     * Reads {@code auth} of a provider.
     *
     * @throws NodeDataException when it is not understood
     */
    static ApiAuthorization parse(NodeData auth) {
        String type = auth.text("type").orElse("none");
        return switch (type) {
            case "none" -> new None();
            case "bearer" -> new Header("Authorization", "Bearer " + auth.requireText("value"));
            case "basic" ->
                    new Header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    auth.requireText("value")
                                                            .getBytes(StandardCharsets.UTF_8)));
            case "header" ->
                    new Header(auth.text("name").orElse("X-Api-Key"), auth.requireText("value"));
            case "query" -> new Query(auth.text("name").orElse("key"), auth.requireText("value"));
            default ->
                    throw new NodeDataException(
                            "auth.type must be none, bearer, basic, header or query, not " + type);
        };
    }
}
