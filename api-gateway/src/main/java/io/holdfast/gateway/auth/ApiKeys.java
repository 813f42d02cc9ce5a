package io.holdfast.gateway.auth;

import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.remote.ExpiringCache;
import io.holdfast.platform.id.Ids;
import io.holdfast.platform.time.Ticker;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the public API. Good keys are remembered for a moment, so that a revoked one lives
 * that much longer; unknown ones are not, so that a new one works at once.
 */
@Singleton
public class ApiKeys {

    private final ApiKeyStore store;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final ExpiringCache<ByteBuffer, ApiKey> known;

    ApiKeys(ApiKeyStore store, Ids ids, Clock clock, Ticker ticker, GatewayConfig config) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.known = new ExpiringCache<>(config.keyCache(), ticker);
    }

    /** The key behind a secret. */
    public Uni<Optional<ApiKey>> find(String secret) {
        byte[] hash = KeyText.hash(secret);
        ApiKey remembered = known.get(ByteBuffer.wrap(hash));
        if (remembered != null) {
            return Uni.createFrom().item(Optional.of(remembered));
        }
        return store.find(hash)
                .invoke(found -> found.ifPresent(key -> known.put(ByteBuffer.wrap(hash), key)));
    }

    /** Makes a key for an app, or with null for the tenant's knowledge. */
    public Uni<NewApiKey> create(UUID tenantId, @Nullable UUID appId) {
        KeyKind kind = appId == null ? KeyKind.DATASET : KeyKind.APP;
        String secret = KeyText.random(kind, random);
        ApiKey key =
                new ApiKey(
                        ids.next(),
                        tenantId,
                        kind,
                        appId,
                        KeyText.hint(kind, secret),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return store.insert(key, KeyText.hash(secret)).replaceWith(new NewApiKey(key, secret));
    }

    /** The keys of an app, or with null those of the tenant's knowledge. */
    public Uni<List<ApiKey>> list(UUID tenantId, @Nullable UUID appId) {
        return store.list(tenantId, appId);
    }

    /** Deletes a key; false when there is none of that id. */
    public Uni<Boolean> delete(UUID tenantId, @Nullable UUID appId, UUID keyId) {
        return store.delete(tenantId, appId, keyId)
                .invoke(() -> known.clear())
                .map(deleted -> deleted > 0);
    }

    /** Deletes all keys of an app. */
    public Uni<Void> deleteOfApp(UUID appId) {
        return store.deleteOfApp(appId).invoke(() -> known.clear());
    }
}
