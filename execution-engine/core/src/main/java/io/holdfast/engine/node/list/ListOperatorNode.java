package io.holdfast.engine.node.list;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.ValueType;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters a list, picks one of it, sorts it and cuts it, in this order (dsl.md 3.18). */
public final class ListOperatorNode implements NodeLogic {

    private static final Set<ValueType> LISTS =
            Set.of(
                    ValueType.ARRAY_STRING,
                    ValueType.ARRAY_NUMBER,
                    ValueType.ARRAY_BOOLEAN,
                    ValueType.ARRAY_FILE);

    private final Selector variable;
    private final List<Filter> filters;
    private final Optional<ReferenceTemplate> serial;
    private final Optional<Order> order;
    private final Optional<Integer> limit;

    private record Order(String key, boolean descending) {}

    private ListOperatorNode(NodeData data) {
        this.variable = data.requireSelector("variable");
        this.filters =
                enabled(data, "filter_by")
                        .map(block ->
                                block.children("conditions").stream().map(Filter::parse).toList())
                        .orElse(List.of());
        this.serial =
                enabled(data, "extract_by")
                        .map(block -> ReferenceTemplate.parse(block.text("serial").orElse("1")));
        this.order =
                enabled(data, "order_by")
                        .map(block ->
                                new Order(
                                        block.text("key").orElse(""),
                                        block.text("value").orElse("asc").equals("desc")));
        this.limit = enabled(data, "limit").flatMap(block -> block.whole("size"));
    }

    private static Optional<NodeData> enabled(NodeData data, String name) {
        NodeData block = data.child(name);
        return block.flag("enabled", false) ? Optional.of(block) : Optional.empty();
    }

    public static ListOperatorNode parse(NodeData data) {
        return new ListOperatorNode(data);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        try {
            List<@Nullable Object> list = list(scope.variables());
            inputs.put("variable", list);
            return new NodeStep.Done(
                    NodeOutcome.Succeeded.of(inputs, outputs(work(list, scope.variables()))));
        } catch (ListException e) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of(e.errorType(), String.valueOf(e.getMessage()))
                            .withInputs(inputs));
        }
    }

    private List<@Nullable Object> list(Variables variables) throws ListException {
        String path = PythonText.repr(variable.path());
        if (!(variables.get(variable) instanceof Lookup.Found(Object value))) {
            throw new ListException("Variable not found for selector: " + path);
        }
        boolean fits =
                value instanceof List<?> some
                        && (some.isEmpty() || LISTS.contains(ValueType.of(some)));
        if (!fits || value == null) {
            throw new ListException(
                    "Variable "
                            + path
                            + " is not an array type, actual type: "
                            + ValueType.of(value).wireName());
        }
        return Values.asList(value);
    }

    private List<@Nullable Object> work(List<@Nullable Object> all, Variables variables)
            throws ListException {
        List<@Nullable Object> list = all;
        if (list.isEmpty()) {
            return list;
        }
        for (Filter filter : filters) {
            list = filter.apply(list, variables);
        }
        if (serial.isPresent()) {
            list = one(list, serial.get().renderText(variables));
        }
        if (order.isPresent()) {
            list = sorted(list, order.get());
        }
        return limit.isPresent()
                ? list.subList(0, Math.min(Math.max(0, limit.get()), list.size()))
                : list;
    }

    private static List<@Nullable Object> one(List<@Nullable Object> list, String text)
            throws ListException {
        int number;
        try {
            number = Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new ListException(
                    "WorkflowNodeError",
                    "invalid literal for int() with base 10: " + PythonText.repr(text));
        }
        if (number < 1) {
            throw new ListException(
                    "WorkflowNodeError", "Invalid serial index: must be >= 1, got " + number);
        }
        if (number > list.size()) {
            throw new ListException(
                    "Invalid serial index: must be <= " + list.size() + ", got " + number);
        }
        return list.subList(number - 1, number);
    }

    private static List<@Nullable Object> sorted(List<@Nullable Object> list, Order order)
            throws ListException {
        List<Keyed> keyed = new ArrayList<>();
        for (Object item : list) {
            Object key =
                    item instanceof Map<?, ?> file
                            ? Filter.FileKey.of(Values.asMap(file), order.key())
                            : item;
            keyed.add(new Keyed(key, item));
        }
        Comparator<Keyed> comparator = ListOperatorNode::compare;
        keyed.sort(order.descending() ? comparator.reversed() : comparator);
        List<@Nullable Object> sorted = new ArrayList<>();
        keyed.forEach(each -> sorted.add(each.item()));
        return sorted;
    }

    private record Keyed(@Nullable Object key, @Nullable Object item) {}

    /** Numbers by size, all else by the code points of its text. */
    private static int compare(Keyed a, Keyed b) {
        if (a.key() instanceof Number left && b.key() instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return Arrays.compare(
                ValueText.text(a.key()).codePoints().toArray(),
                ValueText.text(b.key()).codePoints().toArray());
    }

    private static Map<String, @Nullable Object> outputs(List<@Nullable Object> result) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("result", new ArrayList<>(result));
        outputs.put("first_record", result.isEmpty() ? null : result.getFirst());
        outputs.put("last_record", result.isEmpty() ? null : result.getLast());
        return outputs;
    }
}
