package io.holdfast.engine.run;

import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.node.ContainerMark;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeFactory;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.aggregator.VariableAggregatorNode;
import io.holdfast.engine.node.answer.AnswerNode;
import io.holdfast.engine.node.end.EndNode;
import io.holdfast.engine.node.human.HumanInputNode;
import io.holdfast.engine.node.iteration.IterationNode;
import io.holdfast.engine.node.loop.LoopNode;
import io.holdfast.engine.node.start.StartNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes graphs in a few words. */
final class TestGraph {

    private static final Map<String, NodeFactory> TYPES =
            Map.ofEntries(
                    type("start", _ -> new StartNode()),
                    type("trigger-schedule", _ -> new StartNode()),
                    type("end", definition -> EndNode.parse(NodeData.of(definition.data()))),
                    type("answer", definition -> AnswerNode.parse(NodeData.of(definition.data()))),
                    type(
                            "aggregator",
                            definition ->
                                    VariableAggregatorNode.parse(NodeData.of(definition.data()))),
                    type("work", _ -> new ScriptedNode(NodeKind.EXECUTABLE, true, List.of())),
                    type(
                            "model",
                            _ -> new ScriptedNode(NodeKind.EXECUTABLE, true, List.of("text"))),
                    type(
                            "agent",
                            _ -> new ScriptedNode(NodeKind.EXECUTABLE, false, List.of("text"))),
                    type("branch", _ -> new ScriptedNode(NodeKind.BRANCH, false, List.of())),
                    type(
                            "human-input",
                            definition -> HumanInputNode.parse(NodeData.of(definition.data()))),
                    type("iteration", IterationNode::parse),
                    type("loop", LoopNode::parse),
                    type("container-start", _ -> ContainerMark.START),
                    type("loop-end", _ -> ContainerMark.LOOP_END));

    private static Map.Entry<String, NodeFactory> type(String name, NodeFactory factory) {
        return Map.entry(name, factory);
    }

    private final List<NodeDefinition> nodes = new ArrayList<>();
    private final List<EdgeDefinition> edges = new ArrayList<>();
    private @Nullable String container;

    TestGraph node(String id, String type) {
        return node(id, type, Map.of(), ErrorPolicy.NONE);
    }

    TestGraph node(String id, String type, Map<String, @Nullable Object> data, ErrorPolicy policy) {
        nodes.add(new NodeDefinition(id, type, id, "1", container, data, policy));
        return this;
    }

    /** An iteration over a value; what follows until {@link #inside} stands in it. */
    TestGraph iteration(String id, String items, String result, Map<String, Object> more) {
        Map<String, @Nullable Object> data = new HashMap<>(more);
        data.put("start_node_id", id + "start");
        data.put("iterator_selector", Arrays.asList(items.split("\\.", -1)));
        data.put("output_selector", Arrays.asList(result.split("\\.", -1)));
        return container(id, "iteration", data);
    }

    /** A loop; what follows until {@link #inside} stands in it. */
    TestGraph loop(String id, int count, Map<String, Object> more) {
        Map<String, @Nullable Object> data = new HashMap<>(more);
        data.put("start_node_id", id + "start");
        data.put("loop_count", count);
        return container(id, "loop", data);
    }

    private TestGraph container(String id, String type, Map<String, @Nullable Object> data) {
        node(id, type, data, ErrorPolicy.NONE);
        container = id;
        return node(id + "start", "container-start");
    }

    /** Nodes that follow stand in the given container, or in none. */
    TestGraph inside(@Nullable String id) {
        container = id;
        return this;
    }

    TestGraph answer(String id, String template) {
        return node(id, "answer", Map.of("answer", template), ErrorPolicy.NONE);
    }

    /** A person who is asked to choose between actions. */
    TestGraph human(String id, String content, String... actions) {
        return node(
                id,
                "human-input",
                Map.of(
                        "form_content",
                        content,
                        "user_actions",
                        Arrays.stream(actions)
                                .map(action -> Map.of("id", action, "title", "To " + action))
                                .toList()),
                ErrorPolicy.NONE);
    }

    /** An end with one output for each {@code name=node.value}. */
    TestGraph end(String id, String... outputs) {
        List<Object> list = new ArrayList<>();
        for (String output : outputs) {
            String[] sides = output.split("=", 2);
            list.add(
                    Map.of(
                            "variable",
                            sides[0],
                            "value_selector",
                            Arrays.asList(sides[1].split("\\.", -1))));
        }
        return node(id, "end", Map.of("outputs", list), ErrorPolicy.NONE);
    }

    /** Edges along a chain of ids. */
    TestGraph chain(String... ids) {
        for (int i = 0; i + 1 < ids.length; i++) {
            edges.add(new EdgeDefinition(ids[i], "source", ids[i + 1]));
        }
        return this;
    }

    TestGraph edge(String source, String handle, String target) {
        edges.add(new EdgeDefinition(source, handle, target));
        return this;
    }

    Graph compile() {
        return new GraphCompiler(TYPES).compile(new GraphDefinition(nodes, edges));
    }
}
