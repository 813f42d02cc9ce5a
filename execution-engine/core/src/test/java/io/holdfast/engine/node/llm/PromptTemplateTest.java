package io.holdfast.engine.node.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The messages of dsl.md 3.4, step 1. */
class PromptTemplateTest {

    private final GivenVariables given = new GivenVariables();

    @Test
    void referencesAreReplacedByTextAndTheContextByWhatWasFound() throws Exception {
        given.with("a.name", "Ada").with("a.tags", List.of("x", "y"));

        PromptTemplate template =
                PromptTemplate.parse(basic("Hi {{#a.name#}} {{#a.tags#}}, know: {{#context#}}"));

        assertThat(template.render(given, Map.of(), "facts"))
                .isEqualTo("Hi Ada [\"x\", \"y\"], know: facts");
    }

    @Test
    void aValueThatLooksLikeThePlaceholderStaysAsItIs() throws Exception {
        given.with("a.name", "{{#context#}}");

        assertThat(PromptTemplate.parse(basic("{{#a.name#}}")).render(given, Map.of(), "secret"))
                .isEqualTo("{{#context#}}");
    }

    @Test
    void aReferenceToNothingFails() {
        PromptTemplate template = PromptTemplate.parse(basic("{{#a.gone#}}"));

        assertThatThrownBy(() -> template.render(given, Map.of(), ""))
                .hasMessage("Variable #a.gone# not found");
    }

    @Test
    void aJinjaMessageSeesItsVariablesAsTheyAre() throws Exception {
        PromptTemplate template =
                PromptTemplate.parse(jinja("{% for t in tags %}<{{ t }}>{% endfor %}{{ gone }}"));

        assertThat(template.role()).isEqualTo("system");
        assertThat(template.render(given, Map.of("tags", List.of("x", 1L)), ""))
                .isEqualTo("<x><1>");
    }

    @Test
    void aJinjaMessageThatFailsSaysWhy() {
        PromptTemplate template = PromptTemplate.parse(jinja("{{ 1 / 0 }}"));

        assertThatThrownBy(() -> template.render(given, Map.of(), ""))
                .hasMessageContaining("division by zero");
    }

    private static NodeData basic(String text) {
        return NodeData.of(Map.of("role", "user", "text", text));
    }

    private static NodeData jinja(String text) {
        return NodeData.of(Map.of("role", "system", "edition_type", "jinja2", "jinja2_text", text));
    }
}
