package io.holdfast.gateway.auth;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.gateway.engine.AppDirectory;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Endpoint;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.gateway.remote.UnreachableException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Lets in calls with an app key (http-api.md 1.2). */
@Singleton
public class AppGate {

    private final ApiKeys keys;
    private final AppDirectory apps;

    AppGate(ApiKeys keys, AppDirectory apps) {
        this.keys = keys;
        this.apps = apps;
    }

    /** An endpoint that answers when the key is good and its app is there. */
    public Endpoint app(Function<AppCall, Uni<Answer>> endpoint) {
        return call ->
                keys.find(BearerToken.of(call))
                        .map(AppGate::appOf)
                        .chain(this::detail)
                        .chain(detail -> endpoint.apply(new AppCall(call, detail)));
    }

    private static UUID appOf(Optional<ApiKey> key) {
        UUID appId = key.map(ApiKey::appId).orElse(null);
        if (appId == null) {
            throw BearerToken.invalid();
        }
        return appId;
    }

    private Uni<AppDetail> detail(UUID appId) {
        return apps.app(appId)
                .onFailure(RefusedException.class)
                .transform(AppGate::refusal)
                .onFailure(UnreachableException.class)
                .transform(fault -> DifyException.unavailable("The app cannot be reached.", fault));
    }

    private static Throwable refusal(Throwable fault) {
        return fault instanceof RefusedException refused && refused.problem().status() == 404
                ? DifyException.forbidden("The app no longer exists.")
                : fault;
    }
}
