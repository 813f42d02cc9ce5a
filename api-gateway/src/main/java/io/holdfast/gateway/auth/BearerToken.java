package io.holdfast.gateway.auth;

import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;

/** The token of an {@code Authorization} header, with Dify's words for a wrong one. */
final class BearerToken {

    private BearerToken() {}

    /**
     * @throws DifyException when there is none (http-api.md 1.2)
     */
    static String of(Call call) {
        String header = call.header("Authorization").orElse("");
        int space = header.indexOf(' ');
        if (space < 0) {
            throw DifyException.unauthorized(
                    "Authorization header must be provided and start with 'Bearer'");
        }
        if (!header.substring(0, space).equalsIgnoreCase("bearer")) {
            throw DifyException.unauthorized("Authorization scheme must be 'Bearer'");
        }
        return header.substring(space + 1).strip();
    }

    static DifyException invalid() {
        return DifyException.unauthorized("Access token is invalid");
    }
}
