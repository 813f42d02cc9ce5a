package io.holdfast.engine.node.http;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Variables;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The header that proves who asks.
 *
 * @param scheme {@code basic}, {@code bearer} or {@code custom}
 * @param key template of the key
 * @param header name of the header
 */
record Authorization(String scheme, ReferenceTemplate key, String header) {
    private static final String DEFAULT_HEADER = "Authorization";

    /** Empty for {@code no-auth}, whatever its config says. */
    static Optional<Authorization> parse(NodeData data) {
        if (!data.text("type").orElse("no-auth").equals("api-key")) {
            return Optional.empty();
        }
        NodeData config = data.child("config");
        return Optional.of(
                new Authorization(
                        config.text("type").orElse("custom"),
                        ReferenceTemplate.parse(config.text("api_key").orElse("")),
                        config.text("header")
                                .filter(name -> !name.isBlank())
                                .orElse(DEFAULT_HEADER)));
    }

    void addTo(Map<String, String> headers, Variables variables) throws HttpNodeException {
        String rendered = key.renderText(variables);
        if (rendered.isBlank()) {
            throw new HttpNodeException(
                    "AuthorizationConfigError",
                    "API key is required for authorization but was empty. Please provide a valid"
                            + " API key.");
        }
        headers.keySet().removeIf(header::equalsIgnoreCase);
        headers.put(header, value(rendered));
    }

    private String value(String rendered) {
        return switch (scheme) {
            case "bearer" -> "Bearer " + rendered;
            case "basic" -> "Basic " + encoded(rendered);
            default -> rendered;
        };
    }

    private static String encoded(String credentials) {
        return credentials.contains(":")
                ? Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                : credentials;
    }
}
