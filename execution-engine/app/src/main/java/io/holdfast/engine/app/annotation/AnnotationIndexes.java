package io.holdfast.engine.app.annotation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The indexes of the apps that were asked last. Blocks: for virtual threads. */
@ApplicationScoped
class AnnotationIndexes {

    private final AnnotationVectors vectors;
    private final Cache<Key, AnnotationIndex> cache;
    private final Duration patience;

    AnnotationIndexes(AnnotationVectors vectors, AnnotationConfig config) {
        this.vectors = vectors;
        this.patience = config.databaseTimeout();
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(config.cache().asLongValue())
                        .<Key, AnnotationIndex>weigher((_, index) -> index.size())
                        .build();
    }

    /** The index of an app as it is now. */
    AnnotationIndex of(UUID appId, AnnotationSetting setting) {
        return cache.get(
                new Key(appId, setting.revision()),
                _ -> vectors.index(appId, setting.model()).await().atMost(patience));
    }

    /** A change of vectors or model raises the revision, so that what is remembered is true. */
    private record Key(UUID appId, long revision) {}
}
