package io.holdfast.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.model.demo.DemoProtocol;
import io.holdfast.model.embedding.LocalEmbeddings;
import io.holdfast.model.route.ProviderId;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.RouteTable;
import io.holdfast.model.route.RoutesFile;
import io.holdfast.model.route.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gathers the routes: models.yaml first, then the provider openai's, then the default endpoint. */
final class RouteSources {

    private static final Logger LOG = Logger.getLogger(RouteSources.class);
    private static final String OPENAI_URL = "https://api.openai.com/v1";
    private static final String DEFAULT_FILE = "models.yaml";
    private static final Set<String> PROTOCOLS = Set.of("openai");

    private final ModelConfig config;
    private final RoutesFile reader;

    private RouteSources(ModelConfig config, RoutesFile reader) {
        this.config = config;
        this.reader = reader;
    }

    static RouteSources of(
            ModelConfig config, ObjectMapper yaml, UnaryOperator<@Nullable String> environment) {
        return new RouteSources(config, new RoutesFile(yaml, environment, PROTOCOLS));
    }

    RouteTable table() {
        var configured = new ArrayList<Route>();
        file().ifPresent(file -> configured.addAll(reader.read(file)));
        openAi().ifPresent(configured::add);
        everythingElse().ifPresent(configured::add);
        if (configured.isEmpty()) {
            LOG.info("No model route is configured: chat models are answered by the demo model");
        } else {
            LOG.infof("Models are served by %d routes", configured.size());
        }
        return new RouteTable(configured, List.of(LocalEmbeddings.route()), DemoProtocol.route());
    }

    private Optional<Path> file() {
        var name = Path.of(config.routesFile());
        var home = config.home().map(folder -> Path.of(folder).resolve(name));
        var found =
                Stream.concat(home.stream(), Stream.of(name.toAbsolutePath()))
                        .filter(Files::isRegularFile)
                        .findFirst();
        if (found.isEmpty() && !config.routesFile().equals(DEFAULT_FILE)) {
            throw new IllegalStateException(
                    "holdfast.model.routes-file names " + name + ", which is not there");
        }
        return found;
    }

    private Optional<Route> openAi() {
        if (config.openaiKey().isEmpty() && config.openaiBaseUrl().isEmpty()) {
            return Optional.empty();
        }
        var url = config.openaiBaseUrl().orElse(OPENAI_URL);
        return Optional.of(
                Route.all(
                        ProviderId.of("openai"),
                        upstream("openai", url, config.openaiKey().orElse(null))));
    }

    private Optional<Route> everythingElse() {
        return config.defaultUrl()
                .map(url ->
                        Route.all(
                                null, upstream("default", url, config.defaultKey().orElse(null))));
    }

    private static Upstream upstream(String name, String url, @Nullable String key) {
        return new Upstream(name, "openai", RoutesFile.baseUrl(url), key, null, Map.of(), true);
    }
}
