package io.holdfast.engine.run;

import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphCompiler;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeFactory;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.aggregator.VariableAggregatorNode;
import io.holdfast.engine.node.answer.AnswerNode;
import io.holdfast.engine.node.end.EndNode;
import io.holdfast.engine.node.start.StartNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes graphs in a few words. */
final class TestGraph {

    private static final Map<String, NodeFactory> TYPES =
            Map.of(
                    "start", _ -> new StartNode(),
                    "end", definition -> EndNode.parse(NodeData.of(definition.data())),
                    "answer", definition -> AnswerNode.parse(NodeData.of(definition.data())),
                    "aggregator",
                            definition ->
                                    VariableAggregatorNode.parse(NodeData.of(definition.data())),
                    "work", _ -> new ScriptedNode(NodeKind.EXECUTABLE, true, List.of()),
                    "model", _ -> new ScriptedNode(NodeKind.EXECUTABLE, true, List.of("text")),
                    "branch", _ -> new ScriptedNode(NodeKind.BRANCH, false, List.of()));

    private final List<NodeDefinition> nodes = new ArrayList<>();
    private final List<EdgeDefinition> edges = new ArrayList<>();

    TestGraph node(String id, String type) {
        return node(id, type, Map.of(), ErrorPolicy.NONE);
    }

    TestGraph node(String id, String type, Map<String, @Nullable Object> data, ErrorPolicy policy) {
        nodes.add(new NodeDefinition(id, type, id, "1", null, data, policy));
        return this;
    }

    TestGraph answer(String id, String template) {
        return node(id, "answer", Map.of("answer", template), ErrorPolicy.NONE);
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
