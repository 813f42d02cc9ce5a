package io.holdfast.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValueInOrder() {
        Object read =
                JsonReader.read(
                        " {\"z\": [1, -2.5, 1e3, true, false, null], \"a\": \"\\u00e9\\n\\\"/\"} ");

        assertThat(read)
                .isEqualTo(
                        Map.of(
                                "z",
                                Arrays.asList(1L, -2.5, 1000.0, true, false, null),
                                "a",
                                "é\n\"/"));
        assertThat(new ArrayList<>(Values.asMap(Objects.requireNonNull(read)).keySet()))
                .isEqualTo(List.of("z", "a"));
    }

    @Test
    void aWholeNumberOfAnyLengthStaysWhole() {
        assertThat(JsonReader.read("9223372036854775808"))
                .isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(JsonReader.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, Object> value = Map.of("a", List.of(Map.of(), List.of(), "x\u0001\\", 0.1));

        assertThat(JsonReader.read(JsonText.compact(value))).isEqualTo(value);
        assertThat(JsonReader.read(JsonText.indented(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "01",
                "1.",
                "+1",
                "tru",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "1 2",
                "'a'",
                "nul",
                "[1 2]",
                "\"\n\""
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void nestingHasAnEnd() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void integersHaveAnEnd() {
        assertThat(JsonReader.read("-" + "9".repeat(4300))).isInstanceOf(BigInteger.class);
        assertThatThrownBy(() -> JsonReader.read("9".repeat(4301)))
                .isInstanceOf(JsonSyntaxException.class);
    }
}
