package io.holdfast.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.gateway.config.GatewayConfig;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings requests of the public API to their routes. It does not use the annotations of a resource
 * framework: the order of checks, the errors and the frames of Dify's API are exact to the byte
 * (http-api.md 0 to 2), and one answer is now a body and now a stream.
 */
@Singleton
public class Dispatcher {

    private static final List<String> PREFIXES =
            List.of("/v1/", "/files/", "/triggers/", "/console/api/");
    private static final String NO_SUCH_PATH = "/no-such-path";
    private static final Pattern TYPE = Pattern.compile(":uuid(?=})");

    private final RouteTable table;
    private final AnswerWriter writer;
    private final ObjectMapper mapper;
    private final GatewayConfig config;

    Dispatcher(@All List<Routes> features, ObjectMapper mapper, GatewayConfig config) {
        this.table = new RouteTable(features.stream().flatMap(f -> f.routes().stream()).toList());
        this.mapper = mapper;
        this.config = config;
        this.writer = new AnswerWriter(mapper, config);
    }

    void register(@Observes Router router) {
        router.route().handler(this::take);
    }

    private void take(RoutingContext context) {
        String path = context.request().path();
        if (path == null || !isPublic(path)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        writer.commonHeaders(request);
        if (request.method().equals(HttpMethod.OPTIONS)) {
            writer.preflight(request.response());
        } else if (path.equals("/v1")) {
            writer.redirect(request, "/v1/");
        } else {
            dispatch(request, path);
        }
    }

    /** Metrics count requests by template: whoever calls makes up paths as many as they like. */
    private static void countAs(HttpServerRequest request, String template) {
        if (request instanceof HttpServerRequestInternal counted) {
            counted.context().putLocal("UrlPathTemplate", template);
        }
    }

    private static boolean isPublic(String path) {
        return path.equals("/v1") || PREFIXES.stream().anyMatch(path::startsWith);
    }

    private void dispatch(HttpServerRequest request, String path) {
        RouteTable.Match match = table.find(request.method(), path);
        countAs(
                request,
                match instanceof RouteTable.Found found
                        ? TYPE.matcher(found.route().path().toString()).replaceAll("")
                        : NO_SUCH_PATH);
        switch (match) {
            case RouteTable.Found found -> {
                request.pause();
                Call call = new Call(request, found.parameters(), mapper, config);
                Uni.createFrom()
                        .deferred(() -> found.route().endpoint().answer(call))
                        // Within: a fault in writing must not leave the caller waiting.
                        .invoke(answer -> writer.write(request, answer))
                        .subscribe()
                        .with(written -> {}, fault -> writer.fail(request, fault));
            }
            case RouteTable.OtherMethod other ->
                    writer.fail(
                            request,
                            new DifyException(
                                    405,
                                    "method_not_allowed",
                                    "The method is not allowed for the requested URL."));
            case RouteTable.Nothing nothing -> writer.noSuchPage(request);
        }
    }
}
