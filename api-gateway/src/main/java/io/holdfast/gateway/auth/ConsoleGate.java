package io.holdfast.gateway.auth;

import io.holdfast.gateway.config.ConsoleConfig;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;

/** Lets in calls with the console token; without one in the configuration, none. */
@Singleton
public class ConsoleGate {

    private final byte[] token;

    ConsoleGate(ConsoleConfig config) {
        this.token = config.token().orElse("").strip().getBytes(StandardCharsets.UTF_8);
    }

    public Endpoint console(Function<Call, Uni<Answer>> endpoint) {
        return call -> {
            if (token.length == 0) {
                throw DifyException.forbidden(
                        "The console API is closed: HOLDFAST_CONSOLE_TOKEN is not set.");
            }
            byte[] given = BearerToken.of(call).getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(token, given)) {
                throw BearerToken.invalid();
            }
            return endpoint.apply(call);
        };
    }
}
