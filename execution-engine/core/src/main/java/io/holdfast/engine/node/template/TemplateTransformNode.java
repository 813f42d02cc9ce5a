package io.holdfast.engine.node.template;

import io.holdfast.engine.jinja.JinjaException;
import io.holdfast.engine.jinja.JinjaLimits;
import io.holdfast.engine.jinja.JinjaTemplate;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a Jinja2 template (dsl.md 3.9). */
public final class TemplateTransformNode implements NodeLogic {

    private final Map<String, Selector> variables;
    private final String source;

    private TemplateTransformNode(Map<String, Selector> variables, String source) {
        this.variables = variables;
        this.source = source;
    }

    public static TemplateTransformNode parse(NodeData data) {
        Map<String, Selector> variables = new LinkedHashMap<>();
        for (NodeData variable : data.children("variables")) {
            variable.selector("value_selector")
                    .ifPresent(it -> variables.put(variable.requireText("variable"), it));
        }
        return new TemplateTransformNode(variables, data.text("template").orElse(""));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        variables.forEach(
                (name, selector) -> inputs.put(name, scope.variables().get(selector).orNull()));
        return new NodeStep.Done(render(inputs, scope.start().runId().getLeastSignificantBits()));
    }

    /** A template that cannot be read fails when it runs, as in Dify, not when it is imported. */
    private NodeOutcome render(Map<String, @Nullable Object> inputs, long seed) {
        try {
            String text = JinjaTemplate.parse(source).render(inputs, JinjaLimits.DEFAULT, seed);
            return NodeOutcome.Succeeded.of(inputs, Map.of("output", text));
        } catch (JinjaException e) {
            return NodeOutcome.Failed.of("", String.valueOf(e.getMessage())).withInputs(inputs);
        }
    }
}
