package io.holdfast.engine.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with references such as <code>{{#node.name#}}</code>, parsed once (dsl.md 2.3). What does
 * not match the grammar stays as it is written; values are not expanded again.
 *
 * @param parts in the order of the text
 */
public record ReferenceTemplate(List<Part> parts) {

    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\{\\{#([a-zA-Z0-9_]{1,50}(?:\\.[a-zA-Z_][a-zA-Z0-9_]{0,29}){1,10})#\\}\\}");

    /** A stretch of a template. */
    public sealed interface Part {

        /** Text as written. */
        record Literal(String text) implements Part {}

        /** A reference to a value. */
        record Reference(Selector selector) implements Part {}
    }

    public ReferenceTemplate {
        parts = List.copyOf(parts);
    }

    public static ReferenceTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            addLiteral(parts, text.substring(from, matcher.start()));
            parts.add(new Part.Reference(selectorOf(matcher.group(1))));
            from = matcher.end();
        }
        addLiteral(parts, text.substring(from));
        return new ReferenceTemplate(parts);
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(text));
        }
    }

    private static Selector selectorOf(String dotted) {
        return new Selector(Arrays.asList(dotted.split("\\.", -1)));
    }

    /** All references, in the order of the text. */
    public List<Selector> references() {
        return parts.stream()
                .filter(Part.Reference.class::isInstance)
                .map(part -> ((Part.Reference) part).selector())
                .toList();
    }

    /** The reference that is the whole template, if it is nothing else. */
    public Optional<Selector> soleReference() {
        return parts.size() == 1 && parts.get(0) instanceof Part.Reference reference
                ? Optional.of(reference.selector())
                : Optional.empty();
    }

    /** Renders for prompts, HTTP and conditions; a missing reference leaves its bare name. */
    public String renderText(Variables variables) {
        return render(variables, ValueText::text);
    }

    /** Renders for answers; a missing reference leaves its bare name. */
    public String renderMarkdown(Variables variables) {
        return render(variables, ValueText::markdown);
    }

    /** The values of all references that exist, keyed as node inputs are shown: {@code #a.b#}. */
    public void collectInputs(Variables variables, Map<String, @Nullable Object> into) {
        for (Selector selector : references()) {
            if (variables.get(selector) instanceof Lookup.Found found) {
                into.put("#" + selector.dotted() + "#", found.value());
            }
        }
    }

    private String render(Variables variables, ValueText.Rendering rendering) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Reference reference ->
                        text.append(
                                switch (variables.get(reference.selector())) {
                                    case Lookup.Found found -> rendering.render(found.value());
                                    case Lookup.Missing() -> reference.selector().dotted();
                                });
            }
        }
        return text.toString();
    }
}
