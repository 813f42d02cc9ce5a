package io.holdfast.vector.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.knowledge.MetadataCondition;
import io.holdfast.contracts.knowledge.MetadataFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataMatcherTest {

    private static final Map<String, @Nullable Object> BOOK =
            Map.of("author", "Ada Lovelace", "year", 1843, "price", "12.50", "note", "");

    private static boolean matches(String operator, MetadataCondition... conditions) {
        return new MetadataMatcher(new MetadataFilter(operator, List.of(conditions))).matches(BOOK);
    }

    private static MetadataCondition condition(
            String name, String operator, @Nullable Object value) {
        return new MetadataCondition(name, operator, value);
    }

    @ParameterizedTest
    @CsvSource({
        "author, contains, Love, true",
        "author, not contains, Love, false",
        "author, start with, Ada, true",
        "author, end with, Ada, false",
        "author, is, Ada Lovelace, true",
        "author, is not, Ada Lovelace, false",
        "author, empty, '', false",
        "note, empty, '', true",
        "missing, empty, '', true",
        "author, not empty, '', true",
        "author, in, 'Bob, Ada Lovelace', true",
        "author, not in, 'Bob, Ada Lovelace', false",
        "year, =, 1843, true",
        "year, =, 1843.0, true",
        "year, ≠, 1843, false",
        "year, <, 1900, true",
        "year, >, 900, true",
        "year, ≥, 1843, true",
        "year, <=, 1842, false",
        "year, before, 1844, true",
        "year, after, 1844, false",
        "price, >, 9, true",
        "missing, is, x, false",
        "missing, not contains, x, false",
    })
    void operatorsCompare(String field, String operator, String value, boolean expected) {
        assertThat(matches("and", condition(field, operator, value))).isEqualTo(expected);
    }

    @Test
    void listsMayBeEmpty() {
        assertThat(matches("and", condition("author", "in", List.of()))).isFalse();
        assertThat(matches("and", condition("author", "not in", List.of()))).isTrue();
        assertThat(matches("and", condition("author", "in", List.of("Ada Lovelace")))).isTrue();
    }

    @Test
    void conditionsJoinByAndOrOr() {
        MetadataCondition yes = condition("year", "=", 1843);
        MetadataCondition no = condition("year", "=", 1);
        assertThat(matches("and", yes, no)).isFalse();
        assertThat(matches("or", yes, no)).isTrue();
    }

    @Test
    void aConditionWithoutAValueIsSkipped() {
        MetadataFilter filter =
                new MetadataFilter(
                        "and", List.of(condition("year", "=", null), condition("year", "is", "")));
        assertThat(new MetadataMatcher(filter).isEmpty()).isTrue();
        assertThat(new MetadataMatcher(filter).matches(BOOK)).isTrue();
    }

    @Test
    void unknownOperatorsAreRefused() {
        assertThatThrownBy(() -> matches("and", condition("year", "like", "1")))
                .hasMessageContaining("like");
        assertThatThrownBy(() -> matches("xor")).hasMessageContaining("xor");
    }
}
