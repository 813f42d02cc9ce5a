package io.holdfast.gateway.webhook;

import io.holdfast.contracts.trigger.Webhook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the values that a webhook declares out of a request, each of its type (dsl.md 3.20). */
final class WebhookValues {

    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final Set<String> NO = Set.of("false", "0", "no");
    private static final String FILE = "file";

    private final Webhook webhook;
    private final WebhookRequest request;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private WebhookValues(Webhook webhook, WebhookRequest request) {
        this.webhook = webhook;
        this.request = request;
    }

    /**
     * The values by the names that nodes know them by.
     *
     * @throws WebhookException when the request does not fit
     */
    static Map<String, @Nullable Object> of(Webhook webhook, WebhookRequest request) {
        WebhookValues values = new WebhookValues(webhook, request);
        values.check();
        values.headers();
        values.params();
        values.body();
        values.raw();
        return values.values;
    }

    private void check() {
        if (!request.method().equals(webhook.method())) {
            throw new WebhookException(
                    "HTTP method mismatch. Expected "
                            + webhook.method()
                            + ", got "
                            + request.method());
        }
        boolean bodiless = request.method().equals("GET") || request.method().equals("HEAD");
        if (!bodiless && !request.contentType().equals(webhook.contentType())) {
            throw new WebhookException(
                    "Content-type mismatch. Expected "
                            + webhook.contentType()
                            + ", got "
                            + request.contentType());
        }
    }

    private void headers() {
        for (Webhook.Parameter header : webhook.headers()) {
            String value = request.header(header.name());
            require(header, value, "header");
            values.put(header.name().replace('-', '_'), value);
        }
    }

    private void params() {
        for (Webhook.Parameter param : webhook.params()) {
            String value = request.params().get(param.name());
            require(param, value, "parameter");
            values.put(param.name(), value == null ? null : converted(param, value));
        }
    }

    private void body() {
        if (webhook.contentType().equals("text/plain")) {
            text();
            return;
        }
        if (webhook.contentType().equals("application/octet-stream")) {
            throw new WebhookException("Files are not taken here");
        }
        boolean typed = webhook.contentType().equals("application/json");
        for (Webhook.Parameter part : webhook.body()) {
            Object value = request.body().get(part.name());
            if (part.type().equals(FILE) && (value != null || part.required())) {
                throw new WebhookException(
                        "Body parameter " + part.name() + " is a file; files are not taken here");
            }
            require(part, value, "body parameter");
            values.put(part.name(), value == null ? null : typed(part, value, typed));
        }
    }

    /** The whole text under each name that is declared. */
    private void text() {
        Object text = request.body().get(WebhookRequest.RAW);
        if (text == null && webhook.body().stream().anyMatch(Webhook.Parameter::required)) {
            throw new WebhookException("Required body content missing for text/plain request");
        }
        webhook.body().forEach(part -> values.put(part.name(), text == null ? "" : text));
    }

    private static void require(Webhook.Parameter parameter, @Nullable Object value, String what) {
        if (parameter.required() && value == null) {
            throw new WebhookException("Required " + what + " missing: " + parameter.name());
        }
    }

    private static @Nullable Object typed(Webhook.Parameter part, Object value, boolean json) {
        if (!json && value instanceof String text) {
            return converted(part, text);
        }
        boolean fits =
                switch (part.type()) {
                    case "string" -> value instanceof String;
                    case "number" -> value instanceof Number;
                    case "boolean" -> value instanceof Boolean;
                    case "object" -> value instanceof Map;
                    case "array[string]" -> isList(value, String.class);
                    case "array[number]" -> isList(value, Number.class);
                    case "array[boolean]" -> isList(value, Boolean.class);
                    case "array[object]" -> isList(value, Map.class);
                    default -> false;
                };
        if (!fits) {
            throw invalid(part, "Expected " + part.type() + ", got " + pythonType(value));
        }
        return value;
    }

    private static boolean isList(Object value, Class<?> type) {
        return value instanceof List<?> list && list.stream().allMatch(type::isInstance);
    }

    /** Texts of queries and forms become what they stand for. */
    private static Object converted(Webhook.Parameter parameter, String text) {
        return switch (parameter.type()) {
            case "string" -> text;
            case "number" -> number(parameter, text);
            case "boolean" -> bool(parameter, text.toLowerCase(Locale.ROOT));
            default -> throw unconvertible(parameter, text);
        };
    }

    private static Object number(Webhook.Parameter parameter, String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
            boolean whole = number.scale() <= 0 && number.precision() - number.scale() < 19;
            return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
        } catch (NumberFormatException | ArithmeticException e) {
            throw unconvertible(parameter, text);
        }
    }

    private static Object bool(Webhook.Parameter parameter, String text) {
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        throw unconvertible(parameter, text);
    }

    private static WebhookException unconvertible(Webhook.Parameter parameter, String text) {
        return invalid(parameter, "Cannot convert '" + text + "' to " + parameter.type());
    }

    private static WebhookException invalid(Webhook.Parameter parameter, String why) {
        return new WebhookException(
                "Parameter '" + parameter.name() + "' validation failed: " + why);
    }

    private static String pythonType(Object value) {
        return switch (value) {
            case String text -> "str";
            case Boolean bool -> "bool";
            case Integer whole -> "int";
            case Long whole -> "int";
            case Number number -> "float";
            case List<?> list -> "list";
            default -> "dict";
        };
    }

    private void raw() {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        raw.put("method", request.method());
        raw.put("headers", request.headers());
        raw.put("query_params", taken(request.params(), webhook.params()));
        raw.put("body", taken(request.body(), webhook.body()));
        raw.put("files", Map.of());
        values.put("_webhook_raw", raw);
    }

    /** What came, with the declared values as they were taken. */
    private Map<String, @Nullable Object> taken(
            Map<String, ? extends @Nullable Object> came, List<Webhook.Parameter> declared) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(came);
        for (Webhook.Parameter one : declared) {
            if (all.containsKey(one.name())) {
                all.put(one.name(), values.get(one.name()));
            }
        }
        return all;
    }
}
