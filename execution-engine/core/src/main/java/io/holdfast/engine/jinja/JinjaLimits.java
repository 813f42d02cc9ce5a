package io.holdfast.engine.jinja;

/**
 * What one rendering may use.
 *
 * @param maxSteps evaluated expressions, statements and visited items
 * @param maxCells characters made while rendering, each item of a collection counting eight
 * @param maxDepth nested evaluations, such as calls of macros
 * @param maxOutput characters of the rendered text
 */
public record JinjaLimits(long maxSteps, long maxCells, int maxDepth, int maxOutput) {

    /** The output limit of dsl.md 3.9; the others are ours. */
    public static final JinjaLimits DEFAULT = new JinjaLimits(5_000_000, 64_000_000, 800, 400_000);
}
