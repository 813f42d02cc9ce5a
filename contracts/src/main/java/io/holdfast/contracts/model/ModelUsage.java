package io.holdfast.contracts.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one model call took, field by field as http-api.md 2.4 names them. Prices are decimal
 * strings in plain notation; without a known price they are {@code "0.0"} in USD.
 *
 * @param promptUnitPrice price of one unit of input
 * @param promptPriceUnit how many units one token is, such as {@code 0.000001} for prices per
 *     million
 * @param promptPrice rounded half-up to seven places
 * @param latency seconds from the request to the last token
 * @param timeToFirstToken seconds; null where the answer came whole
 * @param timeToGenerate seconds from the first token to the last; null where the answer came whole
 */
public record ModelUsage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("prompt_unit_price") String promptUnitPrice,
        @JsonProperty("prompt_price_unit") String promptPriceUnit,
        @JsonProperty("prompt_price") String promptPrice,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonProperty("completion_unit_price") String completionUnitPrice,
        @JsonProperty("completion_price_unit") String completionPriceUnit,
        @JsonProperty("completion_price") String completionPrice,
        @JsonProperty("total_tokens") long totalTokens,
        @JsonProperty("total_price") String totalPrice,
        @JsonProperty("currency") String currency,
        @JsonProperty("latency") double latency,
        @JsonProperty("time_to_first_token") @Nullable Double timeToFirstToken,
        @JsonProperty("time_to_generate") @Nullable Double timeToGenerate) {}
