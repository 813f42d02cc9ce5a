package io.holdfast.model.rest;

import io.holdfast.contracts.model.ModelType;
import io.holdfast.contracts.model.ModelView;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.RouteTable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that can be asked for, as the routes have them. */
@Singleton
class ModelList {

    private static final String ANY = "*";

    private final RouteTable routes;
    private final DefaultModels defaults;

    ModelList(RouteTable routes, DefaultModels defaults) {
        this.routes = routes;
        this.defaults = defaults;
    }

    /** One entry a route and type; {@code *} stands where a route passes every name on. */
    List<ModelView> all() {
        return routes.all().stream().flatMap(ModelList::views).toList();
    }

    /** Those with a name, which alone can be listed to callers of the OpenAI protocol. */
    List<ModelView> named() {
        return all().stream().filter(view -> !view.model().endsWith(ANY)).toList();
    }

    /** The model for callers that name none; empty when there is no default of this type. */
    Optional<ModelView> defaultOf(ModelType type) {
        return defaults.of(type)
                .map(name -> {
                    var route = routes.resolve(type, null, name);
                    return new ModelView(provider(route), name, type, servedBy(route));
                });
    }

    private static Stream<ModelView> views(Route route) {
        var types =
                route.type() == null ? Arrays.asList(ModelType.values()) : List.of(route.type());
        return types.stream()
                .map(type -> new ModelView(provider(route), route.model(), type, servedBy(route)));
    }

    private static String provider(Route route) {
        return route.provider() == null ? ANY : route.provider().toString();
    }

    private static String servedBy(Route route) {
        return route.upstreams().getFirst().name();
    }
}
