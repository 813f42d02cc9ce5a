package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.LimitException;

/** Where rendered text goes. */
final class Sink {

    private final StringBuilder out = new StringBuilder();
    private final Budget budget;
    private final int maxLength;

    /**
     * @param maxLength in code points, as the limit is stated; counted only near it
     */
    Sink(Budget budget, int maxLength) {
        this.budget = budget;
        this.maxLength = maxLength;
    }

    void add(String text) {
        budget.text(text.length());
        out.append(text);
        if (out.length() > maxLength && out.codePointCount(0, out.length()) > maxLength) {
            throw new LimitException("Output length exceeds " + maxLength + " characters");
        }
    }

    String text() {
        return out.toString();
    }
}
