package io.holdfast.engine.dsl.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.value.JsonReader;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'text-input'} | 'abc' | 'abc'",
                "{'type':'text-input','required':true} | '' | ''",
                "{'type':'text-input','max_length':2} | 'é😀' | 'é😀'",
                "{'type':'text-input','max_length':0} | 'abc' | 'abc'",
                "{'type':'text-input','default':'d'} | null | 'd'",
                "{'type':'text-input'} | null | null",
                "{'type':'paragraph'} | 'a\\u0000b' | 'ab'",
                "{'type':'select','options':['a','b']} | 'b' | 'b'",
                "{'type':'number'} | 5 | 5",
                "{'type':'number'} | 5.5 | 5.5",
                "{'type':'number'} | '5' | 5",
                "{'type':'number'} | '-5.50' | -5.5",
                "{'type':'number'} | ' ' | null",
                "{'type':'number','default':'7'} | null | 7",
                "{'type':'checkbox'} | true | true",
                "{'type':'checkbox'} | 'Yes' | true",
                "{'type':'checkbox'} | 'OFF' | false",
                "{'type':'checkbox'} | 1 | true",
                "{'type':'checkbox'} | 0 | false",
                "{'type':'json_object'} | {'a':[1]} | {'a':[1]}",
                "{'type':'file'} | {'type':'image'} | {'type':'image'}",
                "{'type':'file'} | '' | null",
                "{'type':'file-list','max_length':1} | [{'type':'image'}] | [{'type':'image'}]",
                "{'type':'file-list'} | '' | null",
                "{'type':'something-new'} | 'x' | 'x'",
            })
    void whatFitsIsAccepted(String field, String given, String accepted) {
        assertThat(validate(field, given).get("v")).isEqualTo(json(accepted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'text-input','required':true} | null | v is required in input form",
                "{'type':'text-input','required':true,'default':'d'} | null | v is required in input form",
                "{'type':'text-input'} | 5 | (type 'text-input') v in input form must be a string",
                "{'type':'paragraph'} | {'a':1} | (type 'paragraph') v in input form must be a string",
                "{'type':'select','options':['a']} | 5 | (type 'select') v in input form must be a string",
                "{'type':'text-input','max_length':2} | 'abc' | v in input form must be less than 2 characters",
                "{'type':'paragraph','max_length':'2'} | 'abc' | v in input form must be less than 2 characters",
                "{'type':'select','options':['a','b']} | 'c' | v in input form must be one of the following: ['a', 'b']",
                "{'type':'number'} | 'five' | v in input form must be a valid number",
                "{'type':'number'} | '1.2.3' | v in input form must be a valid number",
                "{'type':'number'} | [1] | expected value type int, float or str, got <class 'list'>, value: [1]",
                "{'type':'checkbox'} | 'maybe' | v in input form must be a boolean value",
                "{'type':'checkbox'} | [] | v in input form must be a boolean value",
                "{'type':'file'} | 'x' | v in input form must be a file",
                "{'type':'file','required':true} | '' | v in input form must be a file",
                "{'type':'file-list'} | {'a':1} | v in input form must be a list of files",
                "{'type':'file-list'} | [1] | v in input form must be a list of files",
                "{'type':'file-list','max_length':1} | [{},{}] | v in input form must be less than 1 files",
                "{'type':'json_object'} | [1] | v in input form must be a dict",
                "{'type':'other'} | {'a':1} | Invalid input type for ['v']",
                "{'type':'other'} | [{'a':1}] | Invalid input type for ['v']",
                "{'type':'text-input','default':5} | null | (type 'text-input') v in input form must be a string",
            })
    void whatDoesNotFitIsRefusedWithItsMessage(String field, String given, String message) {
        assertThatThrownBy(() -> validate(field, given))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void aNumberHasNoMoreDigitsThanPythonReads() {
        assertThat(validate("{'type':'number'}", "'" + "9".repeat(4300) + "'").get("v"))
                .isInstanceOf(BigInteger.class);
        for (String digits : List.of("9".repeat(1_000_000), "1" + "_1".repeat(500_000))) {
            assertThatThrownBy(() -> validate("{'type':'number'}", "'" + digits + "'"))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void undeclaredInputsAreLeftOutAndTheFormsOrderStays() {
        var form =
                StartForm.ofVariables(
                        List.of(
                                Trees.map(json("{'type':'text-input','variable':'b'}")),
                                Trees.map(json("{'type':'text-input','variable':'a'}"))));

        assertThat(form.validate(Map.of("a", "1", "z", "2")))
                .hasSize(2)
                .containsEntry("a", "1")
                .containsEntry("b", null);
        assertThat(form.validate(Map.of()).keySet()).containsExactly("b", "a");
    }

    @Test
    void aFieldThatAnExternalToolFillsIsNotAsked() {
        assertThat(validate("{'type':'external_data_tool','required':true}", "null")).isEmpty();
    }

    private static Map<String, @Nullable Object> validate(String field, String given) {
        Map<String, @Nullable Object> variable = Trees.map(json(field));
        variable.put("variable", "v");
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("v", json(given));
        return StartForm.ofVariables(List.of(variable)).validate(inputs);
    }

    private static @Nullable Object json(String text) {
        return JsonReader.read(text.replace('\'', '"'));
    }
}
