package io.holdfast.gateway.engine;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.remote.ExpiringCache;
import io.holdfast.platform.time.Ticker;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Apps, remembered for a moment: every call needs its app's mode. */
@Singleton
public class AppDirectory {

    private final EngineApi engine;
    private final ExpiringCache<UUID, AppDetail> known;

    AppDirectory(EngineApi engine, GatewayConfig config, Ticker ticker) {
        this.engine = engine;
        this.known = new ExpiringCache<>(config.appCache(), ticker);
    }

    /** An app; fails with the engine's refusal when there is none. */
    public Uni<AppDetail> app(UUID appId) {
        AppDetail remembered = known.get(appId);
        if (remembered != null) {
            return Uni.createFrom().item(remembered);
        }
        return engine.app(appId).invoke(app -> known.put(appId, app));
    }

    /** Forgets an app that changed. */
    public void forget(UUID appId) {
        known.remove(appId);
    }
}
