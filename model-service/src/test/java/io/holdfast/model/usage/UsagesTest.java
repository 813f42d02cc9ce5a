package io.holdfast.model.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsagesTest {

    private static final CallTimes TIMES = new CallTimes(310_000_000L, 768_200_000L);

    @Test
    void pricesAreExactToSevenPlacesAsStrings() {
        var price =
                new Price(
                        new BigDecimal("0.001"),
                        new BigDecimal("0.002"),
                        new BigDecimal("0.001"),
                        "USD");

        var usage = Usages.of(new TokenCounts(1033, 128, false), TIMES, price);

        assertThat(usage.promptPrice()).isEqualTo("0.0010330");
        assertThat(usage.completionPrice()).isEqualTo("0.0002560");
        assertThat(usage.totalPrice()).isEqualTo("0.0012890");
        assertThat(usage.promptUnitPrice()).isEqualTo("0.001");
        assertThat(usage.totalTokens()).isEqualTo(1161);
        assertThat(usage.latency()).isEqualTo(0.7682);
        assertThat(usage.timeToFirstToken()).isEqualTo(0.31);
        assertThat(usage.timeToGenerate()).isEqualTo(0.4582);
    }

    @Test
    void halvesAreRoundedUp() {
        var price =
                new Price(
                        new BigDecimal("0.15"), BigDecimal.ZERO, new BigDecimal("0.000001"), "USD");

        assertThat(price.of(1, price.input())).isEqualTo(new BigDecimal("0.0000002"));
        assertThat(price.of(3, price.input())).isEqualTo(new BigDecimal("0.0000005"));
    }

    @Test
    void withoutAPriceEverythingIsZeroDollars() {
        var usage = Usages.of(new TokenCounts(3, 4, true), new CallTimes(null, 0), null);

        assertThat(usage.totalPrice()).isEqualTo("0.0");
        assertThat(usage.promptUnitPrice()).isEqualTo("0.0");
        assertThat(usage.currency()).isEqualTo("USD");
        assertThat(usage.timeToFirstToken()).isNull();
    }

    @Test
    void aDatedNameCostsAsItsBase() throws Exception {
        var catalogue =
                PriceCatalogue.read(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"unit":"0.000001","currency":"USD",
                                         "models":{"gpt-4o":["2.50","10.00"]}}\
                                        """));

        assertThat(catalogue.find("gpt-4o-2024-08-06")).isEqualTo(catalogue.find("gpt-4o"));
        assertThat(catalogue.find("gpt-4o")).isNotNull();
        assertThat(catalogue.find("gpt-4o-mini")).isNull();
    }

    @Test
    void ideographsCountOneEachAndLettersAQuarter() {
        assertThat(new TokenEstimate().add("abcd").add("efg").tokens()).isEqualTo(2);
        assertThat(new TokenEstimate().add("漢字 ab").tokens()).isEqualTo(3);
        assertThat(new TokenEstimate().add("").tokens()).isZero();
    }
}
