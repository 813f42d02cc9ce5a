package io.holdfast.engine.jinja;

import io.holdfast.engine.jinja.runtime.Program;
import io.holdfast.engine.jinja.syntax.TemplateSyntaxException;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.LimitException;
import io.holdfast.engine.python.PythonException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Jinja2 template of the default environment (dsl.md 3.9): undefined names render empty, no
 * escaping, one newline at the end is dropped. There are no other templates to include or extend.
 * Immutable; one template may render in many threads.
 */
public final class JinjaTemplate {

    private final Program program;

    private JinjaTemplate(Program program) {
        this.program = program;
    }

    /**
     * Reads a template.
     *
     * @throws JinjaSyntaxException when it is no Jinja2
     * @throws JinjaLimitException when it nests too deep
     */
    public static JinjaTemplate parse(String source) {
        return new JinjaTemplate(guarded(() -> Program.parse(source)));
    }

    /**
     * Renders with variables of JSON's kinds: null, Boolean, Long, Integer, BigInteger, Double,
     * BigDecimal, String, List and Map. The {@code random} filter is refused.
     *
     * @throws JinjaException when the template fails
     * @throws JinjaLimitException when it exceeds a limit
     */
    public String render(Map<String, ? extends @Nullable Object> variables, JinjaLimits limits) {
        return render(variables, limits, null);
    }

    /**
     * Renders as {@link #render(Map, JinjaLimits)} does, with chance.
     *
     * @param seed of the {@code random} filter: the same one picks the same items
     */
    public String render(
            Map<String, ? extends @Nullable Object> variables,
            JinjaLimits limits,
            @Nullable Long seed) {
        Budget budget = new Budget(limits.maxSteps(), limits.maxCells(), limits.maxDepth());
        return guarded(() -> program.run(variables, budget, limits.maxOutput(), seed));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (TemplateSyntaxException fault) {
            throw new JinjaSyntaxException(fault.type(), fault.text(), fault.line(), fault);
        } catch (PythonException fault) {
            throw new JinjaException(fault.type(), fault.text(), fault);
        } catch (LimitException fault) {
            throw new JinjaLimitException(fault.getMessage(), fault);
        } catch (StackOverflowError deep) {
            // The depth limit is for a stack of usual size; a smaller one may end before it.
            throw new JinjaLimitException("Template nests deeper than the stack", deep);
        }
    }
}
