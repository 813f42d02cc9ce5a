package io.holdfast.engine.basic;

import io.holdfast.engine.agent.Agent;
import io.holdfast.engine.agent.AgentResult;
import io.holdfast.engine.agent.AgentTask;
import io.holdfast.engine.agent.Strategy;
import io.holdfast.engine.agent.ToolChoice;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.PromptFile;
import io.holdfast.engine.node.llm.PromptMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assistant of an agent-chat app (dsl.md 5.7). */
public final class BasicAgentNode implements NodeLogic {

    private static final int USUAL_ITERATIONS = 10;
    private static final int MOST_ITERATIONS = 99;

    private final ModelChoice model;
    private final BasicTemplate instruction;
    private final Strategy strategy;
    private final List<ToolChoice> tools;
    private final int maxCalls;
    private final String detail;

    private BasicAgentNode(NodeData data) {
        NodeData agent = data.child("agent_mode");
        String name =
                agent.text("strategy").filter(text -> !text.isEmpty()).orElse("function_call");
        this.model = ModelChoice.parse(data.child("model"));
        this.instruction = new BasicTemplate(data.text("pre_prompt").orElse(""));
        this.strategy =
                Strategy.named(name)
                        .orElseThrow(() ->
                                new NodeDataException(
                                        "agent strategy " + name + " is not supported yet"));
        this.tools = AssistantTools.parse(agent.children("tools"), data.list("dataset_ids"));
        this.maxCalls = Math.clamp(iterations(agent), 0, MOST_ITERATIONS) + 1;
        this.detail = data.child("file_upload").child("image").text("detail").orElse("high");
    }

    private static int iterations(NodeData agent) {
        return agent.whole("max_iteration").orElse(USUAL_ITERATIONS);
    }

    public static BasicAgentNode parse(NodeData data) {
        return new BasicAgentNode(data);
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
    public NodeStep begin(NodeScope scope) {
        Agent agent = agent(scope);
        return agent.next().orElseGet(() -> done(agent.result(), scope.start()));
    }

    @Override
    public List<NodeReport> reports(NodeScope scope) {
        return agent(scope).thoughts();
    }

    private Agent agent(NodeScope scope) {
        RunStart start = scope.start();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(start.inputs());
        String query = Optional.ofNullable(start.query()).orElse("");
        AgentTask task =
                new AgentTask(
                        model,
                        instruction.render(values),
                        BasicModelNode.history(start, query),
                        PromptMessage.ofUser(query, PromptFile.of(start.files(), detail)),
                        tools,
                        List.of(),
                        maxCalls);
        return Agent.of(task, strategy, "\n", scope.notes());
    }

    private static NodeStep done(AgentResult result, RunStart start) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("text", result.text());
        outputs.put("usage", result.usage());
        return new NodeStep.Done(
                new NodeOutcome.Succeeded(
                        start.inputs(), null, outputs, null, result.usage(), result.citations()));
    }
}
