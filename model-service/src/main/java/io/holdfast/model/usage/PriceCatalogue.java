package io.holdfast.model.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** List prices by model name, for routes that state none of their own. */
public final class PriceCatalogue {

    private final Map<String, Price> prices;

    private PriceCatalogue(Map<String, Price> prices) {
        this.prices = Map.copyOf(prices);
    }

    /**
     * Reads {@code {unit, currency, models: {name: [input, output]}}}.
     *
     * @throws IllegalArgumentException when a price is no number
     */
    public static PriceCatalogue read(JsonNode file) {
        var unit = new BigDecimal(file.path("unit").asText());
        var currency = file.path("currency").asText();
        var prices = new HashMap<String, Price>();
        for (var entry : file.path("models").properties()) {
            var input = new BigDecimal(entry.getValue().path(0).asText());
            var output = new BigDecimal(entry.getValue().path(1).asText("0"));
            prices.put(entry.getKey(), new Price(input, output, unit, currency));
        }
        return new PriceCatalogue(prices);
    }

    /**
     * The price of this model; a dated name such as {@code gpt-4o-2024-08-06} costs as its base.
     */
    public @Nullable Price find(String model) {
        var price = prices.get(model);
        return price == null ? prices.get(model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "")) : price;
    }
}
