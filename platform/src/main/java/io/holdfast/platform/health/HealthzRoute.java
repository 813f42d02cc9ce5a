package io.holdfast.platform.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.instance.Healthz;
import io.holdfast.platform.instance.InstanceIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /healthz}: answered on the event loop, touching nothing. It says that the process runs
 * and its loop turns; what the process needs is the business of {@code /q/health/ready}.
 */
@Singleton
public class HealthzRoute {

    private final String answer;

    HealthzRoute(InstanceIdentity me, ObjectMapper mapper) throws JsonProcessingException {
        this.answer =
                mapper.writeValueAsString(
                        new Healthz("ok", me.version(), me.service(), me.instance()));
    }

    void register(@Observes Router router) {
        router.get("/healthz")
                .handler(request ->
                        request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(answer));
    }
}
