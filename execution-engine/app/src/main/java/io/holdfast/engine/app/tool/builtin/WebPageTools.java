package io.holdfast.engine.app.tool.builtin;

import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolList;
import io.holdfast.engine.app.tool.ToolParameters;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.extraction.Documents;
import io.holdfast.extraction.ExtractionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The provider {@code webscraper}: reads pages. */
@ApplicationScoped
class WebPageTools implements ToolProvider {

    private static final String READ = "webscraper";
    private static final int REFUSED = 400;
    private static final String USUAL_AGENT = "Mozilla/5.0 (compatible; Holdfast)";
    private static final ToolList TOOLS =
            ToolList.of(
                    new ToolDescription(
                            READ,
                            "Web Scraper",
                            "Reads a page of the web and gives its text.",
                            new ToolParameters()
                                    .need("url", "string", "The page's address")
                                    .schema()));

    private final ToolHttp http;

    WebPageTools(ToolHttp http) {
        this.http = http;
    }

    @Override
    public String id() {
        return "webscraper";
    }

    @Override
    public Optional<ToolDescription> describe(String tool) {
        return TOOLS.find(tool);
    }

    @Override
    public ToolReply use(ToolUsage usage) throws InterruptedException {
        if (!usage.tool().equals(READ)) {
            throw new UnknownToolException(usage.tool());
        }
        String url = usage.arguments().require("url");
        String agent = usage.arguments().text("user_agent").orElse(USUAL_AGENT);
        OutboundResponse response =
                http.send(ToolHttp.Request.get(url, Map.of("User-Agent", agent)));
        if (response.status() >= REFUSED) {
            throw new ToolException("The page's server answered " + response.status());
        }
        return ToolReply.of(text(url, response));
    }

    private static String text(String url, OutboundResponse response) {
        byte[] content = response.body().getBytes();
        String type = type(response);
        if (type.isEmpty() || type.contains("html")) {
            return WebPage.text(content, url);
        }
        try {
            return Documents.extract(content, "", type);
        } catch (ExtractionException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }

    private static String type(OutboundResponse response) {
        List<String> types = response.headers().getOrDefault("content-type", List.of());
        return types.isEmpty()
                ? ""
                : types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
