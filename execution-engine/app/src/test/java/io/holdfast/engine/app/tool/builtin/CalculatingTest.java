package io.holdfast.engine.app.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.app.tool.Usages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calculator, and tools that process JSON. */
class CalculatingTest {

    private static final String SHIP =
            "{\"name\": \"Ada\", \"crew\": [{\"n\": 1}, {\"n\": 2}], \"at\": {\"sea\": true}}";

    private static String calculate(String expression) {
        return new MathTools()
                .use(Usages.of("eval_expression", Map.of("expression", expression)))
                .text();
    }

    private static String json(String tool, Map<String, ?> more) {
        Map<String, Object> given = new java.util.HashMap<>(more);
        given.put("content", SHIP);
        return new JsonTools().use(Usages.of(tool, given)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * SQRT(16); 12",
                "2 ** 10; 1024",
                "7 % 4; 3",
                "0.1 + 0.2; 0.3"
            })
    void expressionsAreCalculated(String expression, String result) {
        assertThat(calculate(expression)).isEqualTo(result);
    }

    @Test
    void whatIsNoExpressionIsTold() {
        for (String wrong : new String[] {"1 +", "nothing", "1 / 0", ""}) {
            assertThatThrownBy(() -> calculate(wrong)).isInstanceOf(ToolException.class);
        }
        assertThatThrownBy(() -> new MathTools().use(Usages.of("differentiate", Map.of())))
                .isInstanceOf(UnknownToolException.class);
    }

    @Test
    void jsonIsLookedInto() {
        assertThat(json("parse", Map.of("json_filter", "$.name"))).isEqualTo("Ada");
        assertThat(json("parse", Map.of("json_filter", "$.crew[*].n"))).isEqualTo("[1, 2]");
        assertThat(json("parse", Map.of("json_filter", "$.at"))).isEqualTo("{\"sea\": true}");
    }

    @Test
    void jsonIsChanged() {
        assertThat(json("json_delete", Map.of("query", "$.crew[0]")))
                .isEqualTo("{\"name\":\"Ada\",\"crew\":[{\"n\":2}],\"at\":{\"sea\":true}}");
        assertThat(json("json_insert", Map.of("query", "$.at.port", "new_value", "Oslo")))
                .contains("\"at\":{\"sea\":true,\"port\":\"Oslo\"}");
        assertThat(
                        json(
                                "json_insert",
                                Map.of(
                                        "query",
                                        "$.crew",
                                        "new_value",
                                        "{\"n\": 3}",
                                        "value_decode",
                                        true,
                                        "index",
                                        1)))
                .contains("[{\"n\":1},{\"n\":3},{\"n\":2}]");
        assertThat(json("json_replace", Map.of("query", "$.name", "replace_value", "Bob")))
                .startsWith("{\"name\":\"Bob\"");
        assertThat(
                        json(
                                "json_replace",
                                Map.of(
                                        "query",
                                        "$.name",
                                        "replace_model",
                                        "pattern",
                                        "replace_pattern",
                                        "da",
                                        "replace_value",
                                        "nn")))
                .startsWith("{\"name\":\"Ann\"");
    }

    @Test
    void jsonThatIsNoneAndPathsThatLeadNowhereAreTold() {
        assertThatThrownBy(() ->
                        new JsonTools()
                                .use(
                                        Usages.of(
                                                "parse",
                                                Map.of("content", "{", "json_filter", "$.x"))))
                .isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> json("parse", Map.of("json_filter", "$[")))
                .isInstanceOf(ToolException.class);
    }
}
