package io.holdfast.scheduler.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents are indexed. */
@ConfigMapping(prefix = "holdfast.indexing")
public interface IndexingConfig {

    /** Jobs that one process works on at a time. */
    @WithDefault("4")
    int concurrentJobs();

    /** How often a process looks for jobs that nobody works on. */
    @WithDefault("1s")
    Duration lookEvery();

    /** Most segments that are embedded and stored together. */
    @WithDefault("32")
    int batchSegments();

    /** Most characters that are embedded together; a single longer segment goes alone. */
    @WithDefault("24000")
    int batchCharacters();

    /** Failed attempts in a row after which a document is given up. */
    @WithDefault("8")
    int attempts();

    /** The pause after the first failed attempt; doubled after each. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("60s")
    Duration longestPause();

    /** The longest that the embedding of a batch may take. */
    @WithDefault("120s")
    Duration embeddingTimeout();

    /** The longest that vector-store-adapter may take to answer. */
    @WithDefault("30s")
    Duration storeTimeout();

    /** The longest that a statement may take. */
    @WithDefault("30s")
    Duration databaseTimeout();
}
