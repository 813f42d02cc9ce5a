package io.holdfast.gateway.http;

import io.vertx.core.http.HttpMethod;

/** A method and a path with whoever answers there. */
public record Route(HttpMethod method, PathTemplate path, Endpoint endpoint) {

    public static Route get(String path, Endpoint endpoint) {
        return new Route(HttpMethod.GET, PathTemplate.of(path), endpoint);
    }

    public static Route post(String path, Endpoint endpoint) {
        return new Route(HttpMethod.POST, PathTemplate.of(path), endpoint);
    }

    public static Route delete(String path, Endpoint endpoint) {
        return new Route(HttpMethod.DELETE, PathTemplate.of(path), endpoint);
    }

    public static Route put(String path, Endpoint endpoint) {
        return new Route(HttpMethod.PUT, PathTemplate.of(path), endpoint);
    }

    public static Route patch(String path, Endpoint endpoint) {
        return new Route(HttpMethod.PATCH, PathTemplate.of(path), endpoint);
    }
}
