package io.holdfast.engine.node.agent;

import io.holdfast.engine.agent.Agent;
import io.holdfast.engine.agent.AgentResult;
import io.holdfast.engine.agent.AgentTask;
import io.holdfast.engine.agent.Strategy;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a model work on a task with tools (dsl.md 3.16). */
public final class AgentNode implements NodeLogic {

    private final String strategyName;
    private final Strategy strategy;
    private final AgentParameters parameters;
    private final Optional<Memory> memory;

    private AgentNode(NodeData data) {
        this.strategyName = data.requireText("agent_strategy_name");
        this.strategy =
                Strategy.named(strategyName)
                        .orElseThrow(() ->
                                new NodeDataException(
                                        "agent strategy "
                                                + strategyName
                                                + " is not supported yet; function_calling and"
                                                + " ReAct are"));
        this.parameters = AgentParameters.parse(data.child("agent_parameters"));
        this.memory = Memory.parse(data);
    }

    public static AgentNode parse(NodeData data) {
        return new AgentNode(data);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public List<String> streamedOutputs() {
        return List.of("text");
    }

    @Override
    public Optional<String> agentStrategy() {
        return Optional.of(strategyName);
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        try {
            parameters.collectInputs(scope.variables(), inputs);
            Agent agent = agent(scope);
            return agent.next().orElseGet(() -> done(agent, inputs, scope));
        } catch (AgentParameters.InvalidException e) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of(e.errorType(), String.valueOf(e.getMessage()))
                            .withInputs(inputs));
        }
    }

    @Override
    public List<NodeReport> reports(NodeScope scope) {
        try {
            return agent(scope).logs();
        } catch (AgentParameters.InvalidException _) {
            return List.of();
        }
    }

    private Agent agent(NodeScope scope) throws AgentParameters.InvalidException {
        AgentTask task =
                parameters.task(scope.variables(), memory.flatMap(it -> it.history(scope.start())));
        return Agent.of(task, strategy, "", scope.notes());
    }

    private NodeStep done(Agent agent, Map<String, @Nullable Object> inputs, NodeScope scope) {
        AgentResult result = agent.result();
        List<@Nullable Object> json = new ArrayList<>();
        agent.allLogs().forEach(log -> json.add(shown(log)));
        json.add(Map.of("data", List.of()));
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("text", result.text());
        outputs.put("usage", result.usage());
        outputs.put("files", result.files());
        outputs.put("json", json);
        List<Map<String, @Nullable Object>> citations = new ArrayList<>(result.citations());
        citations.addAll(parameters.citations(scope.variables()));
        return new NodeStep.Done(
                new NodeOutcome.Succeeded(inputs, null, outputs, null, result.usage(), citations));
    }

    private static Map<String, @Nullable Object> shown(NodeReport.Log log) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", log.id());
        shown.put("parent_id", log.parentId());
        shown.put("error", log.error());
        shown.put("status", log.status());
        shown.put("data", log.data());
        shown.put("label", log.label());
        shown.put("metadata", log.metadata());
        return shown;
    }
}
