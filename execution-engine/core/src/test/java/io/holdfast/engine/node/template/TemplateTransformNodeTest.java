package io.holdfast.engine.node.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.9. */
class TemplateTransformNodeTest {

    private final GivenVariables given = new GivenVariables();

    @Test
    void variablesGoInUnderTheirNamesAndAreShownAsInputs() {
        given.with("a.items", List.of(Map.of("name", "Ada"), Map.of("name", "Bob")));

        NodeOutcome outcome = run("{% for i in items %}{{ i.name }} {% endfor %}\n", "items");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> assertThat(done.outputs()).containsEntry("output", "Ada Bob "));
        assertThat(outcome.inputs()).containsOnlyKeys("items");
    }

    @Test
    void whatIsMissingIsPythonsNone() {
        assertThat(output(run("[{{ gone }}]", "gone"))).isEqualTo("[None]");
    }

    @Test
    void aNameThatNobodyGaveRendersEmpty() {
        assertThat(output(run("[{{ nobody }}]", "items"))).isEqualTo("[]");
    }

    @Test
    void tooLongAnOutputFailsTheNode() {
        assertThat(failure(run("{{ 'x' * 400001 }}", "items")))
                .isEqualTo("Output length exceeds 400000 characters");
    }

    @Test
    void aTemplateThatDoesNotEndFailsTheNodeWhenItRuns() {
        assertThat(failure(run("{% for x in range(10**9) %}{% endfor %}", "items"))).isNotEmpty();
    }

    @Test
    void aTemplateThatCannotBeReadFailsWhenItRuns() {
        assertThat(failure(run("{% if %}", "items"))).contains("Expected an expression");
    }

    @Test
    void chanceIsTheSameWheneverTheRunIsLookedAt() {
        String template = "{{ range(1000000)|random }}";
        assertThat(output(run(template, "items"))).isEqualTo(output(run(template, "items")));
    }

    private NodeOutcome run(String template, String variable) {
        NodeData data =
                NodeData.of(
                        Map.of(
                                "template",
                                template,
                                "variables",
                                List.of(
                                        Map.of(
                                                "variable",
                                                variable,
                                                "value_selector",
                                                List.of("a", variable)))));
        NodeStep step = TemplateTransformNode.parse(data).begin(given.scope());
        return ((NodeStep.Done) step).outcome();
    }

    private static Object output(NodeOutcome outcome) {
        return String.valueOf(((NodeOutcome.Succeeded) outcome).outputs().get("output"));
    }

    private static String failure(NodeOutcome outcome) {
        return ((NodeOutcome.Failed) outcome).message();
    }
}
