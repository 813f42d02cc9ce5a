package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.Parser;
import io.holdfast.engine.jinja.syntax.Stmt;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A parsed template that can run any number of times, from any thread. */
public final class Program {

    private final List<Stmt> body;

    private Program(List<Stmt> body) {
        this.body = body;
    }

    public static Program parse(String source) {
        return new Program(Parser.parse(source, Filters.names()));
    }

    /**
     * Renders the template.
     *
     * @param maxLength of the text, in characters
     * @param seed of the {@code random} filter; without one it is refused
     */
    public String run(
            Map<String, ? extends @Nullable Object> variables,
            Budget budget,
            int maxLength,
            @Nullable Long seed) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : variables.entrySet()) {
            values.put(entry.getKey(), Values.fromJava(entry.getValue(), budget));
        }
        Scope root = new Scope(new Scope(Globals.scope(), values));
        RenderContext context =
                new RenderContext(budget, seed == null ? null : new SplittableRandom(seed));
        return new Renderer(context, root, maxLength).capture(body, root);
    }
}
