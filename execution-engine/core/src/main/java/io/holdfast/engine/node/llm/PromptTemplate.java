package io.holdfast.engine.node.llm;

import io.holdfast.engine.jinja.JinjaException;
import io.holdfast.engine.jinja.JinjaLimits;
import io.holdfast.engine.jinja.JinjaTemplate;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of a prompt as the author wrote it (dsl.md 3.3). */
sealed interface PromptTemplate {

    String CONTEXT = "{{#context#}}";

    String role();

    /**
     * The message for a run.
     *
     * @param jinjaVariables what Jinja2 messages may name
     * @throws PromptFailure when a reference is missing or the template fails
     */
    String render(Variables variables, Map<String, @Nullable Object> jinjaVariables, String context)
            throws PromptFailure;

    /** The files that the message names; they follow it in a message of their own (rule 3). */
    List<PromptFile> files(Variables variables);

    /** Shows which values went in. */
    void collectInputs(Variables variables, Map<String, @Nullable Object> into);

    static PromptTemplate parse(NodeData message) {
        String role = message.text("role").orElse("user");
        if (message.text("edition_type").orElse("basic").equals("jinja2")) {
            String source = message.text("jinja2_text").or(() -> message.text("text")).orElse("");
            return new Jinja(role, source);
        }
        String text = message.text("text").orElse("");
        return new Basic(role, ReferenceTemplate.parse(text));
    }

    /** Text with references. */
    record Basic(String role, ReferenceTemplate template) implements PromptTemplate {

        @Override
        public String render(
                Variables variables, Map<String, @Nullable Object> jinja, String context)
                throws PromptFailure {
            for (Selector reference : template.references()) {
                if (variables.get(reference) instanceof Lookup.Missing) {
                    throw new PromptFailure(
                            "VariableNotFoundError",
                            "Variable #" + reference.dotted() + "# not found");
                }
            }
            // the placeholder is the template's own: a value that looks like it stays as it is
            StringBuilder text = new StringBuilder();
            for (ReferenceTemplate.Part part : template.parts()) {
                String piece = new ReferenceTemplate(List.of(part)).renderText(variables);
                text.append(
                        part instanceof ReferenceTemplate.Part.Literal
                                ? piece.replace(CONTEXT, context)
                                : piece);
            }
            return text.toString();
        }

        @Override
        public List<PromptFile> files(Variables variables) {
            List<PromptFile> files = new ArrayList<>();
            for (Selector reference : template.references()) {
                files.addAll(PromptFile.of(variables.get(reference).orNull(), "high"));
            }
            return files;
        }

        @Override
        public void collectInputs(Variables variables, Map<String, @Nullable Object> into) {
            template.collectInputs(variables, into);
        }
    }

    /** A Jinja2 template. One that cannot be read fails when it runs, as in Dify. */
    record Jinja(String role, String source) implements PromptTemplate {

        @Override
        public String render(
                Variables variables, Map<String, @Nullable Object> jinja, String context)
                throws PromptFailure {
            try {
                return JinjaTemplate.parse(source)
                        .render(jinja, JinjaLimits.DEFAULT)
                        .replace(CONTEXT, context);
            } catch (JinjaException e) {
                throw new PromptFailure("LLMNodeError", String.valueOf(e.getMessage()));
            }
        }

        @Override
        public List<PromptFile> files(Variables variables) {
            return List.of();
        }

        @Override
        public void collectInputs(Variables variables, Map<String, @Nullable Object> into) {
            // Jinja2 variables are shown by the node, under their names
        }
    }
}
