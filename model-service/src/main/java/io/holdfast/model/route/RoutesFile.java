package io.holdfast.model.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.usage.Price;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code models.yaml}, as docs/models.md states it. A file that is not understood whole is
 * refused, with the place at fault: a route that silently does not exist sends calls elsewhere.
 */
public final class RoutesFile {

    private static final Set<String> ROUTE_FIELDS =
            Set.of(
                    "provider",
                    "model",
                    "type",
                    "upstreams",
                    "price",
                    "first-token-timeout",
                    "url",
                    "key",
                    "upstream-model",
                    "headers",
                    "protocol",
                    "name",
                    "ask-usage");
    private static final Set<String> UPSTREAM_FIELDS =
            Set.of("name", "protocol", "url", "key", "upstream-model", "headers", "ask-usage");
    private static final Set<String> PRICE_FIELDS = Set.of("input", "output", "unit", "currency");

    private final ObjectMapper yaml;
    private final UnaryOperator<@Nullable String> environment;
    private final Set<String> protocols;

    /**
     * @param yaml reads YAML
     * @param environment value of a variable, null when it is not set
     * @param protocols names that an upstream may speak
     */
    public RoutesFile(
            ObjectMapper yaml, UnaryOperator<@Nullable String> environment, Set<String> protocols) {
        this.yaml = yaml;
        this.environment = environment;
        this.protocols = Set.copyOf(protocols);
    }

    /** The file is not understood; the message names the place. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * The routes of this file, in its order.
     *
     * @throws Invalid when it cannot be read or understood
     */
    public List<Route> read(Path file) {
        try {
            return read(yaml.readTree(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new Invalid(file.getFileName() + " cannot be read: " + unreadable.getMessage());
        }
    }

    List<Route> read(JsonNode root) {
        var routes = new ArrayList<Route>();
        var entries = new Section(root, "models.yaml", environment).only(Set.of("routes"));
        for (Section entry : entries.list("routes")) {
            routes.add(route(entry.only(ROUTE_FIELDS)));
        }
        return List.copyOf(routes);
    }

    private Route route(Section entry) {
        var provider = entry.text("provider");
        var model = entry.text("model");
        var type = entry.text("type");
        return new Route(
                provider == null || provider.equals("*") ? null : ProviderId.of(provider),
                model == null ? "*" : model,
                type == null ? null : entry.parsed("type", ModelType::of, type),
                upstreams(entry),
                price(entry),
                duration(entry, "first-token-timeout"));
    }

    private List<Upstream> upstreams(Section entry) {
        if (entry.text("url") != null) {
            return List.of(upstream(entry));
        }
        var upstreams =
                entry.list("upstreams").stream()
                        .map(each -> upstream(each.only(UPSTREAM_FIELDS)))
                        .toList();
        if (upstreams.isEmpty()) {
            throw entry.invalid("needs a url or a list of upstreams");
        }
        return upstreams;
    }

    private Upstream upstream(Section entry) {
        var url = entry.parsed("url", RoutesFile::baseUrl, entry.required("url"));
        var name = entry.text("name");
        var protocol = entry.text("protocol");
        if (protocol != null && !protocols.contains(protocol)) {
            throw entry.invalid("protocol '" + protocol + "' is none of " + protocols);
        }
        return new Upstream(
                name == null ? url.getHost() : name,
                protocol == null ? "openai" : protocol,
                url,
                entry.text("key"),
                entry.text("upstream-model"),
                headers(entry),
                !"false".equals(entry.text("ask-usage")));
    }

    /**
     * The base URL of an upstream without slashes at its end.
     *
     * @throws IllegalArgumentException when it is no absolute http or https URL
     */
    public static URI baseUrl(String text) {
        var url = URI.create(text.strip().replaceFirst("/+$", ""));
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("'" + text + "' is no http or https URL");
        }
        return url;
    }

    private static Map<String, String> headers(Section entry) {
        var headers = new HashMap<String, String>();
        var section = entry.section("headers");
        if (section != null) {
            section.names().forEach(name -> headers.put(name, section.required(name)));
        }
        return headers;
    }

    private static @Nullable Price price(Section entry) {
        var price = entry.section("price");
        if (price == null) {
            return null;
        }
        price.only(PRICE_FIELDS);
        var output = price.text("output");
        var unit = price.text("unit");
        var currency = price.text("currency");
        return new Price(
                price.parsed("input", BigDecimal::new, price.required("input")),
                price.parsed("output", BigDecimal::new, output == null ? "0" : output),
                price.parsed("unit", BigDecimal::new, unit == null ? "0.000001" : unit),
                currency == null ? "USD" : currency);
    }

    private static @Nullable Duration duration(Section entry, String field) {
        var text = entry.text(field);
        return text == null ? null : entry.parsed(field, RoutesFile::duration, text);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException notIso) {
            throw new IllegalArgumentException("'" + text + "' is no time such as 90s or 2m");
        }
    }
}
