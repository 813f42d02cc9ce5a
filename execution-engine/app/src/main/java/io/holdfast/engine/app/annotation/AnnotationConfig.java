package io.holdfast.engine.app.annotation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How annotations are embedded and compared with queries. */
@ConfigMapping(prefix = "holdfast.annotations")
public interface AnnotationConfig {

    /** Memory for the vectors of the apps that were asked last. */
    @WithDefault("128M")
    MemorySize cache();

    /** How long a query waits for its vector before it goes on without annotations. */
    @WithDefault("5S")
    Duration matchWithin();

    /** Questions that are embedded and stored together. */
    @WithDefault("32")
    int batch();

    /** The longest that the embedding of a batch may take. */
    @WithDefault("120S")
    Duration embeddingTimeout();

    /** Apps whose questions one engine embeds at a time. */
    @WithDefault("2")
    int concurrentJobs();

    /** How often an engine looks for jobs that nobody works on. */
    @WithDefault("1S")
    Duration lookEvery();

    /** Failed attempts in a row after which switching on is given up. */
    @WithDefault("8")
    int attempts();

    /** The pause after the first failed attempt; doubled after each. */
    @WithDefault("1S")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("60S")
    Duration longestPause();

    /** The longest that a statement may take. */
    @WithDefault("10S")
    Duration databaseTimeout();
}
