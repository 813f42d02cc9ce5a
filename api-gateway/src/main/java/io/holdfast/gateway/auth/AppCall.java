package io.holdfast.gateway.auth;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import java.util.Set;
import java.util.UUID;

/** A call with a good app key, and the app that it is for. */
public record AppCall(Call call, AppDetail detail) {

    public UUID appId() {
        return detail.app().id();
    }

    public UUID tenantId() {
        return detail.app().tenantId();
    }

    public String mode() {
        return detail.app().mode();
    }

    /**
     * Refuses apps of other modes (http-api.md 1.5).
     *
     * @throws DifyException with the refusal
     */
    public void require(Set<String> modes, DifyException refusal) {
        if (!modes.contains(mode())) {
            throw refusal;
        }
    }
}
