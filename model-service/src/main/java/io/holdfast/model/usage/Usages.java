package io.holdfast.model.usage;

import io.holdfast.contracts.model.ModelUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes the usage record of a call, with prices where they are known (http-api.md 2.4). */
public final class Usages {

    private static final String NO_PRICE = "0.0";

    private Usages() {}

    /** The record; all prices zero and in USD without a price. */
    public static ModelUsage of(TokenCounts tokens, CallTimes times, @Nullable Price price) {
        return price == null ? unpriced(tokens, times) : priced(tokens, times, price);
    }

    private static ModelUsage priced(TokenCounts tokens, CallTimes times, Price price) {
        var prompt = price.of(tokens.prompt(), price.input());
        var completion = price.of(tokens.completion(), price.output());
        return new ModelUsage(
                tokens.prompt(),
                plain(price.input()),
                plain(price.unit()),
                plain(prompt),
                tokens.completion(),
                plain(price.output()),
                plain(price.unit()),
                plain(completion),
                tokens.prompt() + tokens.completion(),
                plain(prompt.add(completion)),
                price.currency(),
                times.latency(),
                times.timeToFirstToken(),
                times.timeToGenerate());
    }

    private static ModelUsage unpriced(TokenCounts tokens, CallTimes times) {
        return new ModelUsage(
                tokens.prompt(),
                NO_PRICE,
                NO_PRICE,
                NO_PRICE,
                tokens.completion(),
                NO_PRICE,
                NO_PRICE,
                NO_PRICE,
                tokens.prompt() + tokens.completion(),
                NO_PRICE,
                "USD",
                times.latency(),
                times.timeToFirstToken(),
                times.timeToGenerate());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
