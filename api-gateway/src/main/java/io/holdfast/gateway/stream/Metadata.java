package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code metadata} of an answer: citations and usage (http-api.md 2.4, 2.5). */
public final class Metadata {

    private Metadata() {}

    public static Map<String, @Nullable Object> of(RunEvent.Finished event) {
        return of(event.usage(), event.retrieverResources());
    }

    /** The same of a run that has not ended. */
    public static Map<String, @Nullable Object> of(
            Map<String, @Nullable Object> usage, List<Map<String, @Nullable Object>> citations) {
        return new Fields()
                .put("annotation_reply", null)
                .put("retriever_resources", citations)
                .put("usage", usage.isEmpty() ? noUsage() : usage)
                .map();
    }

    private static Map<String, @Nullable Object> noUsage() {
        return new Fields()
                .put("prompt_tokens", 0)
                .put("prompt_unit_price", "0.0")
                .put("prompt_price_unit", "0.0")
                .put("prompt_price", "0.0")
                .put("completion_tokens", 0)
                .put("completion_unit_price", "0.0")
                .put("completion_price_unit", "0.0")
                .put("completion_price", "0.0")
                .put("total_tokens", 0)
                .put("total_price", "0.0")
                .put("currency", "USD")
                .put("latency", 0.0)
                .put("time_to_first_token", null)
                .put("time_to_generate", null)
                .map();
    }
}
