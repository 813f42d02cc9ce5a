package io.holdfast.platform.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.error.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Stands before every route: whatever lives under {@code /internal} is reached with the internal
 * credential or not at all, known path or not.
 */
@Singleton
public class InternalGate {

    /** Before authentication, which knows nothing of this credential. */
    private static final int BEFORE_ALL_OTHERS = 1_000;

    /** JAX-RS drops matrix parameters when it matches; so must the gate. */
    private static final Pattern MATRIX_PARAMETERS = Pattern.compile(";[^/]*");

    private final InternalCredential credential;
    private final String refusal;

    InternalGate(InternalCredential credential, ObjectMapper mapper)
            throws JsonProcessingException {
        this.credential = credential;
        this.refusal =
                mapper.writeValueAsString(
                        new Problem(
                                Problem.UNAUTHORIZED,
                                "This address is for the services of the suite alone.",
                                401));
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ALL_OTHERS);
    }

    private void admit(RoutingContext request) {
        if (isInternal(request.normalizedPath())
                && !credential.admits(request.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            request.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(refusal);
            return;
        }
        request.next();
    }

    static boolean isInternal(String path) {
        String plain = MATRIX_PARAMETERS.matcher(path).replaceAll("");
        return plain.equals("/internal") || plain.startsWith("/internal/");
    }
}
