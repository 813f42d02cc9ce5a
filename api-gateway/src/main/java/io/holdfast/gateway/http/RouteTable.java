package io.holdfast.gateway.http;

import io.vertx.core.http.HttpMethod;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request. */
public final class RouteTable {

    private final List<Route> routes;

    public RouteTable(Collection<Route> routes) {
        this.routes =
                routes.stream()
                        .sorted(
                                Comparator.comparingLong((Route r) -> r.path().literalSegments())
                                        .reversed())
                        .toList();
    }

    /** What a request leads to. */
    public sealed interface Match {}

    /** A route, with the values of its path's parameters. */
    public record Found(Route route, Map<String, String> parameters) implements Match {}

    /** The path is known with other methods. */
    public record OtherMethod() implements Match {}

    /** The path is not known. */
    public record Nothing() implements Match {}

    /** The route of a method and a path; what can be got can also be asked for its head alone. */
    public Match find(HttpMethod asked, String path) {
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.path().match(path);
            if (parameters.isPresent()) {
                if (route.method().equals(method)) {
                    return new Found(route, parameters.get());
                }
                pathKnown = true;
            }
        }
        return pathKnown ? new OtherMethod() : new Nothing();
    }
}
