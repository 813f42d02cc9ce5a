package io.holdfast.model.route;

import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.usage.Price;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may name and who serves it.
 *
 * @param provider null for any provider
 * @param model a name, or one that ends in {@code *} for all that begin like it
 * @param type null for every type
 * @param upstreams in the order in which they are tried; at least one
 * @param price null when the price catalogue decides
 * @param firstToken how long to wait for the first token; null for the service's own limit
 */
public record Route(
        @Nullable ProviderId provider,
        String model,
        @Nullable ModelType type,
        List<Upstream> upstreams,
        @Nullable Price price,
        @Nullable Duration firstToken) {

    public Route {
        upstreams = List.copyOf(upstreams);
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("a route needs an upstream");
        }
    }

    /** A route that serves all models of a provider, or of every provider. */
    public static Route all(@Nullable ProviderId provider, Upstream upstream) {
        return new Route(provider, "*", null, List.of(upstream), null, null);
    }

    /** Whether this route serves what is asked; a request without a provider fits any. */
    public boolean serves(ModelType asked, @Nullable ProviderId from, String name) {
        var typeFits = type == null || type == asked;
        var providerFits = provider == null || from == null || provider.equals(from);
        return typeFits && providerFits && namesModel(name);
    }

    private boolean namesModel(String name) {
        return model.endsWith("*")
                ? name.startsWith(model.substring(0, model.length() - 1))
                : model.equals(name);
    }
}
