package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.Comparison;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.Operator;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What one rendering shares: its budget, its escaping, its chance. */
final class RenderContext {

    private final Budget budget;
    private final Comparison comparison;
    private final @Nullable SplittableRandom random;
    private boolean autoescape;

    RenderContext(Budget budget, @Nullable SplittableRandom random) {
        this.budget = budget;
        this.comparison = new Comparison(budget);
        this.random = random;
    }

    Budget budget() {
        return budget;
    }

    Comparison comparison() {
        return comparison;
    }

    boolean autoescape() {
        return autoescape;
    }

    /** Switches escaping; returns what it was. */
    boolean autoescape(boolean now) {
        boolean before = autoescape;
        autoescape = now;
        return before;
    }

    String str(Object value) {
        return PythonText.str(value, budget);
    }

    /** Text stays as it is, safe or not; anything else is printed. */
    Object softText(Object value) {
        return PyTypes.isText(value) ? value : str(value);
    }

    /** Rendered text as a value. */
    Object rendered(String text) {
        return autoescape ? new Markup(text) : text;
    }

    Object add(Object left, Object right) {
        return Arithmetic.apply(Operator.ADD, left, right, budget);
    }

    int chance(int bound) {
        if (random == null) {
            throw new PythonException("NotSupportedError", "random needs a seed, none was given");
        }
        return random.nextInt(bound);
    }
}
