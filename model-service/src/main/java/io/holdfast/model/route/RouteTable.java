package io.holdfast.model.route;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.failure.ModelFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All routes, immutable. Configured ones come in the order of their sources and the first that
 * serves a request wins; built-in ones come after them. The demo route stands only where no route
 * is configured at all.
 */
public final class RouteTable {

    private final List<Route> configured;
    private final List<Route> builtIn;
    private final Route demo;

    /**
     * @param configured from models.yaml and the environment, in this order
     * @param builtIn served by this process whatever else is configured
     * @param demo answers chat where {@code configured} is empty
     */
    public RouteTable(List<Route> configured, List<Route> builtIn, Route demo) {
        this.configured = List.copyOf(configured);
        this.builtIn = List.copyOf(builtIn);
        this.demo = demo;
    }

    /**
     * The route that serves this.
     *
     * @param provider null when the caller named none
     * @throws ModelFailure {@code model_not_found} when there is none
     */
    public Route resolve(ModelType type, @Nullable ProviderId provider, String model) {
        return all().stream()
                .filter(route -> route.serves(type, provider, model))
                .findFirst()
                .orElseThrow(() -> notFound(type, provider, model));
    }

    /** Every route that can be reached, in the order of their precedence. */
    public List<Route> all() {
        // A built-in model goes before routes that pass every name on: those would take it over.
        var exact = configured.stream().filter(route -> !route.model().equals("*")).toList();
        var wide = configured.stream().filter(route -> route.model().equals("*")).toList();
        var all = new java.util.ArrayList<>(exact);
        all.addAll(builtIn);
        all.addAll(wide);
        if (configured.isEmpty()) {
            all.add(demo);
        }
        return List.copyOf(all);
    }

    private ModelFailure notFound(ModelType type, @Nullable ProviderId provider, String model) {
        var who = provider == null ? "" : " of provider '" + provider + "'";
        var message =
                "No route serves the %s model '%s'%s. Add one to models.yaml, set OPENAI_API_KEY for the provider openai, or set HOLDFAST_DEFAULT_MODEL_URL to an OpenAI-compatible endpoint that serves all other models."
                        .formatted(type.wireName(), model, who);
        return ModelFailure.of(ModelErrorType.MODEL_NOT_EXIST, "model_not_found", 404, message);
    }
}
