package io.holdfast.vector.follow;

import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.index.Indexes;
import io.holdfast.vector.segment.StoredChanges;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Opens and closes this replica's indexes with the process. */
@Singleton
class IndexProducer {

    @Produces
    @Singleton
    Indexes indexes(KnowledgeConfig config, StoredChanges changes) throws IOException {
        return new Indexes(config.dataDir().resolve("index"), changes, config.openIndexes());
    }

    void close(@Disposes Indexes indexes) throws IOException {
        indexes.close();
    }
}
