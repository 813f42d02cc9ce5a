package io.holdfast.model.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a model charges. Cost is {@code tokens * unit price * unit}, rounded half-up to seven
 * decimals (models.md 9).
 *
 * @param input price of a unit of input tokens
 * @param output price of a unit of output tokens; zero for embeddings
 * @param unit how many units one token is: 0.000001 for prices per million
 * @param currency as the vendor bills, such as USD
 */
public record Price(BigDecimal input, BigDecimal output, BigDecimal unit, String currency) {

    private static final int PLACES = 7;

    /** Cost of this many tokens. */
    public BigDecimal of(long tokens, BigDecimal unitPrice) {
        return BigDecimal.valueOf(tokens)
                .multiply(unitPrice)
                .multiply(unit)
                .setScale(PLACES, RoundingMode.HALF_UP);
    }
}
