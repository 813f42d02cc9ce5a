package io.holdfast.gateway.app;

import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code GET /v1/}: what this is, without a key (http-api.md 0). */
@Singleton
class RootRoute implements Routes {

    private final Answer answer;

    RootRoute(GatewayConfig config) {
        this.answer =
                Answer.ok(
                        new Fields()
                                .put("welcome", "Dify OpenAPI")
                                .put("api_version", "v1")
                                .put("server_version", config.apiVersion())
                                .map());
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/v1/", call -> Uni.createFrom().item(answer)));
    }
}
