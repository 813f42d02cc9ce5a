package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PythonException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The {@code loop} variable; looks ahead only when it is asked to. */
final class LoopContext implements PyCallable {

    private final Iterator<Object> items;
    private final Deque<Object> ahead = new ArrayDeque<>();
    private final int depth;
    private final RenderContext context;
    private final @Nullable Recursion recursion;
    private long size;
    private long index;
    private @Nullable Object before;
    private @Nullable Object item;
    private @Nullable Object lastChanged;

    /**
     * @param size number of items, -1 when it is unknown yet
     */
    LoopContext(
            Iterator<Object> items,
            long size,
            int depth,
            RenderContext context,
            @Nullable Recursion recursion) {
        this.items = items;
        this.size = size;
        this.depth = depth;
        this.context = context;
        this.recursion = recursion;
    }

    /** Goes to the next item; false when there is none. */
    boolean advance() {
        if (peek() == null) {
            return false;
        }
        context.budget().step();
        before = item;
        item = ahead.poll();
        index++;
        return true;
    }

    boolean isEmpty() {
        return index == 0;
    }

    Object item() {
        return item == null ? Undefined.hint("there is no item") : item;
    }

    private @Nullable Object peek() {
        if (ahead.isEmpty() && items.hasNext()) {
            ahead.add(items.next());
        }
        return ahead.peek();
    }

    private long length() {
        if (size < 0) {
            while (items.hasNext()) {
                context.budget().step();
                context.budget().items(1);
                ahead.add(items.next());
            }
            size = index + ahead.size();
        }
        return size;
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public String repr() {
        return "<LoopContext " + index + "/" + length() + ">";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "index" -> index;
            case "index0" -> index - 1;
            case "revindex" -> length() - index + 1;
            case "revindex0" -> length() - index;
            case "first" -> index == 1;
            case "last" -> peek() == null;
            case "length" -> length();
            case "depth" -> (long) depth + 1;
            case "depth0" -> (long) depth;
            case "previtem" ->
                    before != null ? before : Undefined.hint("there is no previous item");
            case "nextitem" -> {
                Object next = peek();
                yield next != null ? next : Undefined.hint("there is no next item");
            }
            case "cycle" -> new Function("cycle", this::cycle);
            case "changed" -> new Function("changed", this::changed);
            default -> null;
        };
    }

    private Object cycle(Args args) {
        int count = args.positional().size();
        if (count == 0) {
            throw PythonException.typeError("no items for cycling given");
        }
        return args.positional().get((int) ((index - 1) % count));
    }

    private Object changed(Args args) {
        PyTuple now = new PyTuple(args.positional());
        boolean same = lastChanged != null && context.comparison().equal(lastChanged, now);
        lastChanged = now;
        return !same;
    }

    @Override
    public Object call(Args args, Budget budget) {
        if (recursion == null) {
            throw PythonException.typeError(
                    "The loop must have the 'recursive' marker to be called recursively.");
        }
        if (args.positional().size() != 1) {
            throw PythonException.typeError("loop() takes one iterable");
        }
        return recursion.run(args.positional().getFirst(), depth + 1);
    }
}
