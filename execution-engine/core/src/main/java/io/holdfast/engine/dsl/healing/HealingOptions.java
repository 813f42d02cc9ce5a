package io.holdfast.engine.dsl.healing;

/**
 * What an operator may choose about healing.
 *
 * @param httpRetries whether an http-request node without a retry setting gets the three retries
 *     that the studio writes when it opens the app (dsl.md 1.9.6). With them an answer that is no
 *     success fails the node
 */
public record HealingOptions(boolean httpRetries) {

    /** As an app behaves that was imported and published in the studio. */
    public static final HealingOptions DEFAULT = new HealingOptions(true);
}
