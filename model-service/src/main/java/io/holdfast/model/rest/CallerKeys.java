package io.holdfast.model.rest;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.model.failure.ModelFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may use {@code /v1}: holders of one of these keys, nobody without. */
public final class CallerKeys {

    private static final String BEARER = "Bearer ";

    private final List<byte[]> keys;

    /**
     * @param keys blank ones open nothing
     */
    public CallerKeys(List<String> keys) {
        this.keys =
                keys.stream()
                        .filter(key -> !key.isBlank())
                        .map(key -> key.getBytes(StandardCharsets.UTF_8))
                        .toList();
    }

    /**
     * Lets the caller pass.
     *
     * @param authorization the header's text; null when absent
     * @throws ModelFailure 401 {@code invalid_api_key}
     */
    public void check(@Nullable String authorization) {
        var given =
                authorization != null && authorization.regionMatches(true, 0, BEARER, 0, 7)
                        ? authorization.substring(BEARER.length()).strip()
                        : "";
        var bytes = given.getBytes(StandardCharsets.UTF_8);
        var known = false;
        for (byte[] key : keys) {
            known |= MessageDigest.isEqual(key, bytes);
        }
        if (!known) {
            throw ModelFailure.of(
                    ModelErrorType.CALLER_NOT_ALLOWED,
                    "invalid_api_key",
                    401,
                    "A valid key is needed: send it as 'Authorization: Bearer <key>'.");
        }
    }
}
