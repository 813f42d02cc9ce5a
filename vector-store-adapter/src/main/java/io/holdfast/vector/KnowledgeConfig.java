package io.holdfast.vector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How knowledge is kept and searched. */
@ConfigMapping(prefix = "holdfast.knowledge")
public interface KnowledgeConfig {

    /** Where this machine's replicas keep their index copies, below {@code index}. */
    @WithDefault("${HOLDFAST_DATA_DIR:.holdfast/data}")
    Path dataDir();

    /** Indexes that a replica keeps open. */
    @WithDefault("64")
    int openIndexes();

    /** How often a replica looks for changes that nobody has searched for yet. */
    @WithDefault("2s")
    Duration followEvery();

    /** The embedding model of datasets that name none. */
    @WithDefault("all-MiniLM-L6-v2")
    String embeddingModel();

    /** The provider of that model; empty finds the model by its name alone. */
    Optional<String> embeddingProvider();

    /** The longest that the embedding of a query may take, retries included. */
    @WithDefault("30s")
    Duration embeddingTimeout();

    /** The longest that a statement may take. */
    @WithDefault("30s")
    Duration databaseTimeout();

    /** The longest text of a document, in characters. */
    @WithDefault("15000000")
    int longestText();

    /** Least and most characters of a custom segment (knowledge.md 5). */
    SegmentSize segmentSize();

    /** Bounds of a segment's size. */
    interface SegmentSize {

        /** Characters. */
        @WithDefault("50")
        int min();

        /** Characters. */
        @WithDefault("4000")
        int max();
    }
}
