package io.holdfast.gateway.auth;

import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets in calls with a dataset key (http-api.md 1.2). */
@Singleton
public class DatasetGate {

    private final ApiKeys keys;

    DatasetGate(ApiKeys keys) {
        this.keys = keys;
    }

    /** An endpoint that answers when the key is good, which tells the tenant. */
    public Endpoint key(BiFunction<Call, ApiKey, Uni<Answer>> endpoint) {
        return call ->
                keys.find(BearerToken.of(call))
                        .map(DatasetGate::ofDatasets)
                        .chain(key -> endpoint.apply(call, key));
    }

    private static ApiKey ofDatasets(Optional<ApiKey> key) {
        return key.filter(found -> found.kind() == KeyKind.DATASET)
                .orElseThrow(BearerToken::invalid);
    }
}
