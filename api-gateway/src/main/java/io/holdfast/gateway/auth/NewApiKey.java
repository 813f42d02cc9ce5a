package io.holdfast.gateway.auth;

/** A key in the only moment in which it can be seen whole. */
public record NewApiKey(ApiKey key, String secret) {

    @Override
    public String toString() {
        return "NewApiKey[" + key.id() + "]";
    }
}
