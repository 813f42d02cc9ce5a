package io.holdfast.engine.registry;

import io.holdfast.engine.basic.BasicAgentNode;
import io.holdfast.engine.basic.BasicAppGraph;
import io.holdfast.engine.basic.BasicModelNode;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.importing.SupportedFeatures;
import io.holdfast.engine.node.ContainerMark;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeFactory;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.agent.AgentNode;
import io.holdfast.engine.node.aggregator.VariableAggregatorNode;
import io.holdfast.engine.node.answer.AnswerNode;
import io.holdfast.engine.node.assigner.AssignerNode;
import io.holdfast.engine.node.classifier.QuestionClassifierNode;
import io.holdfast.engine.node.code.CodeNode;
import io.holdfast.engine.node.document.DocumentExtractorNode;
import io.holdfast.engine.node.end.EndNode;
import io.holdfast.engine.node.event.PluginTriggerNode;
import io.holdfast.engine.node.extractor.ParameterExtractorNode;
import io.holdfast.engine.node.http.HttpRequestNode;
import io.holdfast.engine.node.human.HumanInputNode;
import io.holdfast.engine.node.ifelse.IfElseNode;
import io.holdfast.engine.node.iteration.IterationNode;
import io.holdfast.engine.node.knowledge.KnowledgeRetrievalNode;
import io.holdfast.engine.node.list.ListOperatorNode;
import io.holdfast.engine.node.llm.LlmNode;
import io.holdfast.engine.node.loop.LoopNode;
import io.holdfast.engine.node.schedule.ScheduleNode;
import io.holdfast.engine.node.start.StartNode;
import io.holdfast.engine.node.template.TemplateTransformNode;
import io.holdfast.engine.node.tool.ToolNode;
import io.holdfast.engine.node.webhook.WebhookNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The one list of node types: whoever adds one adds it here and nowhere else. */
public final class NodeTypes {

    private NodeTypes() {}

    /** Factories by the type that DSL files name. */
    public static Map<String, NodeFactory> all() {
        Map<String, NodeFactory> types = new LinkedHashMap<>();
        types.put("start", _ -> new StartNode());
        types.put("trigger-webhook", of(WebhookNode::parse));
        types.put("trigger-schedule", of(ScheduleNode::parse));
        types.put("trigger-plugin", _ -> new PluginTriggerNode());
        types.put("end", of(EndNode::parse));
        types.put("answer", of(AnswerNode::parse));
        types.put("llm", of(LlmNode::parse));
        types.put("if-else", of(IfElseNode::parse));
        types.put("human-input", of(HumanInputNode::parse));
        types.put("code", of(CodeNode::parse));
        types.put("http-request", HttpRequestNode::parse);
        types.put("template-transform", of(TemplateTransformNode::parse));
        types.put("variable-aggregator", of(VariableAggregatorNode::parse));
        types.put("knowledge-retrieval", of(KnowledgeRetrievalNode::parse));
        types.put("question-classifier", of(QuestionClassifierNode::parse));
        types.put("agent", of(AgentNode::parse));
        types.put("document-extractor", of(DocumentExtractorNode::parse));
        types.put("list-operator", of(ListOperatorNode::parse));
        types.put("parameter-extractor", of(ParameterExtractorNode::parse));
        types.put("tool", of(ToolNode::parse));
        types.put("assigner", AssignerNode::parse);
        types.put("iteration", IterationNode::parse);
        types.put("iteration-start", _ -> ContainerMark.START);
        types.put("loop", LoopNode::parse);
        types.put("loop-start", _ -> ContainerMark.START);
        types.put("loop-end", _ -> ContainerMark.LOOP_END);
        types.put(BasicAppGraph.MODEL_TYPE, of(BasicModelNode::parse));
        types.put(BasicAppGraph.AGENT_TYPE, of(BasicAgentNode::parse));
        return types;
    }

    /**
     * What can be imported: every type that files may name.
     *
     * @param toolProviders who brings tools
     * @param extensions which services the operator has named
     */
    public static SupportedFeatures supported(Set<String> toolProviders, Set<String> extensions) {
        Set<String> types = new HashSet<>(all().keySet());
        types.remove(BasicAppGraph.MODEL_TYPE);
        types.remove(BasicAppGraph.AGENT_TYPE);
        return new SupportedFeatures(
                EnumSet.allOf(AppMode.class), types, toolProviders, extensions);
    }

    private static NodeFactory of(Function<NodeData, NodeLogic> parse) {
        return definition -> parse.apply(NodeData.of(definition.data()));
    }
}
