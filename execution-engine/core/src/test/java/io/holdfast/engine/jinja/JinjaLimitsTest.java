package io.holdfast.engine.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JinjaLimitsTest {

    private static String render(String template) {
        return JinjaTemplate.parse(template).render(Map.of(), JinjaLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in range(10**12) %}{% endfor %}",
                "{% for i in range(10**6) %}{% for j in range(10**6) %}{% endfor %}{% endfor %}",
                "{% set l = [1] %}{% for x in l %}{{ l.append(x) or '' }}{% endfor %}",
                "{{ range(10**9)|sum }}",
                "{{ range(10**9)|list }}",
                "{{ range(10**12)|select('gt', 10**13)|first }}",
                "{{ range(10**9)|max }}",
                "{{ (10**9) in range(10**10)|map('string') }}",
                "{{ 'x' * 10**9 }}",
                "{{ 'x' * 10**30 }}",
                "{{ [0] * 10**9 }}",
                "{{ (1,) * 10**9 }}",
                "{{ 9**(9**9) }}",
                "{{ 10**100000 }}",
                "{{ (-2) ** 9999999992 }}",
                "{{ (-4) ** (10**30) }}",
                "{% set ns = namespace(n=3) %}{% for i in range(99) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
                "{% set ns = namespace(s='ab') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
                "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
                "{{ '%999999999d' % 1 }}",
                "{{ '%.999999999f' % 1.5 }}",
                "{{ '%*d' % (10**9, 1) }}",
                "{{ '{:999999999}'.format(1) }}",
                "{{ '{:.999999999f}'.format(1.5) }}",
                "{{ 'a'.center(10**9) }}",
                "{{ 'a'|center(10**9) }}",
                "{{ 'a'.zfill(10**9) }}",
                "{{ 'a\t'.expandtabs(10**9) }}",
                "{{ 'a\nb'|indent(10**9) }}",
                "{{ [1]|batch(10**9, 'x')|list }}",
                "{{ [1]|slice(10**9)|list }}",
                "{{ ('x' * 10**6).replace('x', 'y' * 1000) }}",
                "{{ ('x' * 10**6).replace('', 'y' * 1000) }}",
                "{{ ('x' * 1000).join(range(10**6)|map('string')) }}",
                "{{ ('x' * 10**5 ~ '\n') * 10**4 }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
                "{% set l = [] %}{% set x = l.append(l) %}{% for a in [l] recursive %}{{ loop(a) }}{% endfor %}",
                "{% set ns = namespace(l=[]) %}{% for i in range(999) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}",
                "{% set ns = namespace(l=[]) %}{% for i in range(999) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l|tojson }}",
                "{% set ns = namespace(l=[]) %}{% for i in range(999) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l|pprint }}",
                "{% set ns = namespace(l=[], m=[]) %}{% for i in range(999) %}{% set ns.l = [ns.l] %}{% set ns.m = [ns.m] %}{% endfor %}{{ ns.l == ns.m }}",
                "{% set ns = namespace(l=()) %}{% for i in range(999) %}{% set ns.l = (ns.l,) %}{% endfor %}{{ {ns.l: 1} }}",
                "{% set l = [] %}{% for i in range(9) %}{{ l.append(l) or '' }}{% endfor %}{% set m = [] %}{% for i in range(9) %}{{ m.append(m) or '' }}{% endfor %}{{ l == m }}",
                "{% set ns = namespace(l=range(9)|list) %}{% for i in range(9) %}{% set ns.l = ns.l|map('string')|map('list')|list %}{{ ns.l * 999 }}{% endfor %}",
                "{% for i in range(500000) %}x{% endfor %}",
                "{{ 1.5|round(999999999) }}{% for i in range(10**9) %}{% endfor %}"
            })
    void noTemplateTakesMoreThanItIsGiven(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(JinjaLimitException.class);
    }

    @Test
    void theOutputEndsWhereDifyEndsIt() {
        assertThat(render("{{ 'x' * 400000 }}")).hasSize(400_000);
        assertThat(render("{{ '😀' * 400000 }}")).hasSize(800_000);
        assertThatThrownBy(() -> render("{{ 'x' * 400000 }}y"))
                .isInstanceOf(JinjaLimitException.class)
                .hasMessage("Output length exceeds 400000 characters");
    }

    @Test
    void ordinaryLargeTemplatesStayWithinTheLimits() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(Map.of("id", i, "text", "some text of row " + i));
        }
        String template =
                "{% for r in rows|sort(attribute='id', reverse=true) if r.id is even %}"
                        + "{{ loop.index }}. {{ r.text|upper|truncate(20) }}\n{% endfor %}";
        assertThat(JinjaTemplate.parse(template).render(Map.of("rows", rows), JinjaLimits.DEFAULT))
                .startsWith("1. SOME TEXT OF ROW 4998")
                .hasLineCount(2_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{1:",
                "not ",
                "-",
                "a if b else ",
                "a[",
                "f(",
                "a|f(",
                "a is b(",
                "~",
                "a.",
                "a + ",
                "a ** ",
                "a < ",
                "a|upper|",
                "a(), ",
                "{{",
                "{%",
                "{#",
                "'"
            })
    void noNestingUsesUpTheStack(String opening) {
        String deep = "{{ " + opening.repeat(50_000) + "1 }}";
        assertThatThrownBy(() -> onSmallStack(deep)).isInstanceOf(JinjaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ~ ", "1 and "})
    void longFlatChainsRender(String link) throws Exception {
        assertThat(onSmallStack("{{ " + link.repeat(50_000) + "1 }}")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% if a %}", "{% for x in [1] %}", "{% with %}", "{% macro m() %}"})
    void noNestingOfStatementsUsesUpTheStack(String opening) {
        assertThatThrownBy(() -> onSmallStack(opening.repeat(50_000)))
                .isInstanceOf(JinjaLimitException.class);
    }

    @Test
    void longChainsEndInALimitAndNotInTheStack() {
        for (String link : List.of("+1", ".a", "|string", "[0]", "**1", "()")) {
            String chain = "{{ 1" + link.repeat(50_000) + " }}";
            assertThatThrownBy(() -> onSmallStack(chain)).isInstanceOf(JinjaLimitException.class);
        }
    }

    @Test
    void aMacroMayCallItselfAsDeepAsTemplatesDo() throws Exception {
        String template =
                "{% macro down(n) %}{% if n %}{{ down(n - 1) }}{% else %}bottom{% endif %}{% endmacro %}"
                        + "{{ down(150) }}";
        assertThat(onSmallStack(template)).isEqualTo("bottom");
    }

    /** Renders on half the stack that a thread has by default. */
    private static String onSmallStack(String template) throws Exception {
        FutureTask<String> task = new FutureTask<>(() -> render(template));
        Thread thread = new Thread(null, task, "small-stack", 512 * 1024);
        thread.start();
        thread.join(Duration.ofSeconds(50));
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof JinjaException fault ? fault : failed;
        }
    }

    @Test
    void inputsAreCountedAsWell() {
        JinjaLimits small = new JinjaLimits(1_000, 1_000, 100, 100);
        assertThatThrownBy(() ->
                        JinjaTemplate.parse("x")
                                .render(Map.of("l", new ArrayList<>(List.of(new int[0]))), small))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        JinjaTemplate.parse("x")
                                .render(
                                        Map.of("l", java.util.Collections.nCopies(1_000, 1)),
                                        small))
                .isInstanceOf(JinjaLimitException.class);
    }

    @Test
    void randomNeedsASeedAndKeepsToIt() {
        JinjaTemplate template = JinjaTemplate.parse("{{ range(1000)|random }}");
        assertThatThrownBy(() -> template.render(Map.of(), JinjaLimits.DEFAULT))
                .isInstanceOf(JinjaException.class)
                .hasMessageContaining("seed");
        assertThat(template.render(Map.of(), JinjaLimits.DEFAULT, 7L))
                .isEqualTo(template.render(Map.of(), JinjaLimits.DEFAULT, 7L));
    }

    @Test
    void aRenderingChangesNothingOfItsInputs() {
        List<Object> list = new ArrayList<>(List.of(1, 2));
        String text =
                JinjaTemplate.parse("{{ l.append(3) }}{{ l }}")
                        .render(Map.of("l", list), JinjaLimits.DEFAULT);
        assertThat(text).isEqualTo("None[1, 2, 3]");
        assertThat(list).containsExactly(1, 2);
    }
}
