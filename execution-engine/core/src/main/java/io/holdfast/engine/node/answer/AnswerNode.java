package io.holdfast.engine.node.answer;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.ResponsePart;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a template as a part of the answer. */
public final class AnswerNode implements NodeLogic {

    private final ReferenceTemplate template;

    private AnswerNode(ReferenceTemplate template) {
        this.template = template;
    }

    public static AnswerNode parse(NodeData data) {
        return new AnswerNode(ReferenceTemplate.parse(data.text("answer").orElse("")));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.RESPONSE;
    }

    @Override
    public List<ResponsePart> response() {
        List<ResponsePart> parts = new ArrayList<>();
        for (ReferenceTemplate.Part part : template.parts()) {
            parts.add(
                    switch (part) {
                        case ReferenceTemplate.Part.Literal(String text) ->
                                new ResponsePart.Literal(text);
                        case ReferenceTemplate.Part.Reference(Selector selector) ->
                                new ResponsePart.Reference(selector);
                    });
        }
        return parts;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        template.collectInputs(scope.variables(), shown);
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("answer", template.renderMarkdown(scope.variables()));
        outputs.put("files", FileValues.collect(shown));
        return new NodeStep.Done(NodeOutcome.Succeeded.of(shown, outputs));
    }
}
