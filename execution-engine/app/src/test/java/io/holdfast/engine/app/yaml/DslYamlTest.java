package io.holdfast.engine.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.dsl.Trees;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DslYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.1 | Double | 0.1",
                "0.1.0 | String | 0.1.0",
                "'0.1' | String | 0.1",
                "1e3 | String | 1e3",
                "1.0e+3 | Double | 1000.0",
                "1.0e3 | String | 1.0e3",
                "5 | Long | 5",
                "-5 | Long | -5",
                "0x1F | Long | 31",
                "0b101 | Long | 5",
                "010 | Long | 8",
                "08 | String | 08",
                "1_000 | Long | 1000",
                "1711067409646 | Long | 1711067409646",
                "'1711067409646' | String | 1711067409646",
                "1:30 | Long | 90",
                "yes | Boolean | true",
                "Off | Boolean | false",
                "y | String | y",
                "no | Boolean | false",
                "TRUE | Boolean | true",
                ".inf | Double | Infinity",
                "-.INF | Double | -Infinity",
                "+1 | Long | 1",
                ". | String | .",
                "2024-01-02 | String | 2024-01-02",
                "🤖 | String | 🤖",
                "!!str 5 | String | 5",
                "!!float 5 | Double | 5.0",
                "!!int '5' | Long | 5",
                "<< | String | <<"
            })
    void scalarsAreThoseOfPyYaml(String text, String type, String value) {
        Object read = DslYaml.read("- " + text);

        assertThat(Trees.list(read))
                .singleElement()
                .satisfies(scalar -> {
                    assertThat(scalar)
                            .extracting(s -> s.getClass().getSimpleName())
                            .isEqualTo(type);
                    assertThat(scalar).hasToString(value);
                });
    }

    @Test
    void nothingIsNull() {
        assertThat(Trees.list(DslYaml.read("[~, null, NULL, , '' ]\n".replace(" ,", ""))))
                .isEqualTo(Arrays.asList(null, null, null, ""));
        assertThat(DslYaml.read("a:\nb: x\n")).isEqualTo(mapOf("a", null, "b", "x"));
        assertThat(DslYaml.read("")).isNull();
    }

    @Test
    void aWholeNumberOfAnySizeStaysWhole() {
        assertThat(DslYaml.read("99999999999999999999"))
                .isEqualTo(new BigInteger("99999999999999999999"));
    }

    @Test
    void theOrderOfKeysStaysAndTheLastOfEqualKeysCounts() {
        Map<String, @Nullable Object> map = Trees.map(DslYaml.read("z: 1\na: 2\nz: 3\n1: x\n"));

        assertThat(new ArrayList<>(map.keySet())).containsExactly("z", "a", "1");
        assertThat(map).containsEntry("z", 3L);
    }

    @Test
    void mergedMapsGiveWayToOwnKeys() {
        assertThat(
                        Trees.map(
                                Trees.map(DslYaml.read("b: &b {x: 1, y: 2}\nc: {<<: *b, y: 3}\n")),
                                "c"))
                .isEqualTo(Map.of("x", 1L, "y", 3L));
    }

    @Test
    void anAliasIsACopy() {
        Map<String, @Nullable Object> map = Trees.map(DslYaml.read("a: &x [1]\nb: *x\n"));

        assertThat(map.get("a")).isEqualTo(map.get("b")).isNotSameAs(map.get("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: b: c",
                "\ta: 1",
                "- a\nb: 1",
                "*x",
                "a: &x [*x]",
                "a: 1\n---\nb: 2\n",
                "!!python/object:os.system {}",
                "!ruby/object {}",
                "!!binary aGk=",
                "? [1]\n: 2\n",
                "!!int x",
                "a: \u0000"
            })
    void whatIsNoPlainYamlIsRefused(String text) {
        assertThatThrownBy(() -> DslYaml.read(text))
                .isInstanceOf(YamlSyntaxException.class)
                .hasMessageStartingWith("Invalid YAML: ");
    }

    @Test
    void aFaultIsToldWithItsPlace() {
        assertThatThrownBy(() -> DslYaml.read("a: 1\nb: [1, 2\nc: 3\n"))
                .hasMessageContaining("(line 3, column 2)");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> DslYaml.read(bomb.toString()))
                .isInstanceOf(YamlSyntaxException.class)
                .hasMessageContaining("more than 1000000 values");
    }

    @Test
    void depthAndSizeHaveAnEnd() {
        assertThatThrownBy(() -> DslYaml.read("[".repeat(50_000)))
                .isInstanceOf(YamlSyntaxException.class);
        assertThatThrownBy(() -> DslYaml.read("a: " + "é".repeat(DslYaml.MAX_BYTES / 2)))
                .hasMessage("File size exceeds the limit of 10MB");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, @Nullable Object> tree =
                mapOf(
                        "text", "0.1",
                        "yes", "on",
                        "date", "2024-01-02",
                        "lines", "a\n  b\n\nc: #{{#x.y#}}\n",
                        "null", null,
                        "numbers", List.of(1L, 0.5, true, ""),
                        "map", mapOf("z", Map.of(), "a", List.of()),
                        "odd", "é 🤖 'q' \"p\" \\ \t");

        assertThat(DslYaml.read(DslYaml.write(tree))).isEqualTo(tree);
    }

    private static Map<String, @Nullable Object> mapOf(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
