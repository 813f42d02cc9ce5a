package io.holdfast.model.rest;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.platform.internal.InternalCredential;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may use {@code /v1}: the suite's services and holders of a configured key; nobody else. */
public final class CallerKeys {

    private final InternalCredential internal;
    private final List<InternalCredential> keys;

    /**
     * @param keys of outside callers; blank ones open nothing
     */
    public CallerKeys(InternalCredential internal, List<String> keys) {
        this.internal = internal;
        this.keys =
                keys.stream().filter(key -> !key.isBlank()).map(InternalCredential::new).toList();
    }

    /**
     * Lets the caller pass.
     *
     * @param authorization the header's text; null when absent
     * @throws ModelFailure 401 {@code invalid_api_key}
     */
    public void check(@Nullable String authorization) {
        var known = internal.admits(authorization);
        for (InternalCredential key : keys) {
            known |= key.admits(authorization);
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
