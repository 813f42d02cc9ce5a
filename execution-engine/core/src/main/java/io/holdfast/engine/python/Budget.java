package io.holdfast.engine.python;

/**
 * What one evaluation may use: steps bound its time, cells (a character, an eighth of a list item)
 * its memory, depth its stack. Cells are never given back. Not thread-safe.
 */
public final class Budget {

    /** How deep values may nest where they are walked. */
    static final int MAX_NESTING = 200;

    /** Cells that one item of a collection costs. */
    private static final int CELLS_PER_ITEM = 8;

    private final long maxSteps;
    private final long maxCells;
    private final int maxDepth;
    private long steps;
    private long cells;
    private int depth;

    /**
     * @param maxSteps evaluated expressions, statements and visited items
     * @param maxCells characters made, items counting eight
     * @param maxDepth nested evaluations
     */
    public Budget(long maxSteps, long maxCells, int maxDepth) {
        this.maxSteps = maxSteps;
        this.maxCells = maxCells;
        this.maxDepth = maxDepth;
    }

    /** No bound but what values themselves have; for values that are bounded already. */
    public static Budget unlimited() {
        return new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Takes one step. */
    public void step() {
        steps(1);
    }

    /** Takes steps before the work is done. */
    public void steps(long count) {
        steps += count;
        if (steps > maxSteps || count > maxSteps) {
            throw new LimitException("Template exceeds " + maxSteps + " steps");
        }
    }

    /** Asks for room for text before it is made. */
    public void text(long characters) {
        if (characters > maxCells - cells) {
            throw new LimitException("Template exceeds its memory limit");
        }
        cells += characters;
    }

    /** Asks for room for items before they are made. */
    public void items(long count) {
        if (count > maxCells / CELLS_PER_ITEM) {
            throw new LimitException("Template exceeds its memory limit");
        }
        text(count * CELLS_PER_ITEM);
    }

    /** Goes one evaluation deeper; {@link #leave()} comes back. */
    public void enter() {
        steps(1);
        if (++depth > maxDepth) {
            throw new LimitException("Template nests deeper than " + maxDepth + " evaluations");
        }
    }

    public void leave() {
        depth--;
    }

    /** Refuses to walk a value that nests too deep for the stack. */
    static void checkNesting(int nesting) {
        if (nesting > MAX_NESTING) {
            throw new LimitException("Value nests deeper than " + MAX_NESTING + " levels");
        }
    }
}
