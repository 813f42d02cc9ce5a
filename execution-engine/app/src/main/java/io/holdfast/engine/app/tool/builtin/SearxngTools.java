package io.holdfast.engine.app.tool.builtin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.tool.ToolArguments;
import io.holdfast.engine.app.tool.ToolConfig;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolList;
import io.holdfast.engine.app.tool.ToolParameters;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolSource;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider {@code searxng}: searches the web by a server of the operator's. */
@ApplicationScoped
class SearxngTools implements ToolSource {

    private static final String SEARCH = "searxng_search";
    private static final int OK = 200;
    private static final int USUAL_RESULTS = 5;
    private static final Map<String, String> CATEGORIES =
            Map.of("page", "general", "image", "images", "video", "videos", "file", "files");
    private static final ToolList TOOLS =
            ToolList.of(
                    new ToolDescription(
                            SEARCH,
                            "SearXNG Search",
                            "Searches the web.",
                            new ToolParameters()
                                    .need("query", "string", "What to search for")
                                    .schema()));

    private final ToolHttp http;
    private final ToolConfig config;
    private final ObjectMapper mapper;

    SearxngTools(ToolHttp http, ToolConfig config, ObjectMapper mapper) {
        this.http = http;
        this.config = config;
        this.mapper = Json.plainValues(mapper);
    }

    @Override
    public List<ToolProvider> providers() {
        return config.searxngUrl()
                .<List<ToolProvider>>map(url -> List.of(new Search(url)))
                .orElse(List.of());
    }

    private final class Search implements ToolProvider {

        private final String url;

        Search(String url) {
            this.url = url.replaceAll("/+$", "");
        }

        @Override
        public String id() {
            return "searxng";
        }

        @Override
        public Optional<ToolDescription> describe(String tool) {
            return TOOLS.find(tool);
        }

        @Override
        public ToolReply use(ToolUsage usage) throws InterruptedException {
            if (!usage.tool().equals(SEARCH)) {
                throw new UnknownToolException(usage.tool());
            }
            ToolArguments given = usage.arguments();
            OutboundResponse response =
                    http.send(
                            ToolHttp.Request.get(
                                    (url.endsWith("/search") ? url : url + "/search")
                                            + query(given),
                                    Map.of("Accept", "application/json")),
                            URI.create(url));
            if (response.status() != OK) {
                throw new ToolException("Error " + response.status() + " of the search engine");
            }
            return reply(results(response), given);
        }
    }

    private static String query(ToolArguments given) {
        String type = given.text("search_type").orElse("general").toLowerCase(Locale.ROOT);
        StringBuilder query = new StringBuilder("?format=json");
        add(query, "q", given.require("query"));
        add(query, "categories", CATEGORIES.getOrDefault(type, type));
        given.text("time_range").ifPresent(range -> add(query, "time_range", range));
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private JsonNode results(OutboundResponse response) {
        try {
            return mapper.readTree(response.body().getBytes()).path("results");
        } catch (JsonProcessingException e) {
            throw new ToolException("The search engine gave no JSON; is its JSON format enabled?");
        } catch (IOException e) {
            throw new ToolException("The search engine's answer cannot be read");
        }
    }

    private ToolReply reply(JsonNode results, ToolArguments given) {
        if (results.isEmpty()) {
            return ToolReply.of("No results found");
        }
        int most = (int) given.number("num_results", USUAL_RESULTS);
        boolean links = given.text("result_type").orElse("").equals("link");
        List<String> lines = new ArrayList<>();
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonNode result : results) {
            if (items.size() < most) {
                items.add(mapper.convertValue(result, Object.class));
                lines.add(line(result, links));
            }
        }
        return new ToolReply(String.join("\n", lines), items, Map.of());
    }

    private static String line(JsonNode result, boolean linkOnly) {
        String url = result.path("url").asText("");
        String title = result.path("title").asText("");
        return linkOnly
                ? "[" + title + "](" + url + ")"
                : title + "\n" + url + "\n" + result.path("content").asText("") + "\n";
    }
}
