package io.holdfast.gateway.remote;

import io.holdfast.platform.time.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers values for a while, and never more than a few thousand. */
public final class ExpiringCache<K, V> {

    private static final int MOST = 10_000;

    private final ConcurrentHashMap<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final long nanos;
    private final Ticker ticker;

    public ExpiringCache(Duration keep, Ticker ticker) {
        this.nanos = keep.toNanos();
        this.ticker = ticker;
    }

    private record Kept<V>(V value, long since) {}

    public @Nullable V get(K key) {
        Kept<V> found = kept.get(key);
        return found == null || isOld(found) ? null : found.value();
    }

    public void put(K key, V value) {
        if (kept.size() >= MOST) {
            kept.values().removeIf(this::isOld);
        }
        if (kept.size() < MOST) {
            kept.put(key, new Kept<>(value, ticker.nanos()));
        }
    }

    public void remove(K key) {
        kept.remove(key);
    }

    public void clear() {
        kept.clear();
    }

    private boolean isOld(Kept<V> entry) {
        return ticker.nanos() - entry.since() >= nanos;
    }
}
