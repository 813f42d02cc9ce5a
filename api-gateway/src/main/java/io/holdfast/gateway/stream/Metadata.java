package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code metadata} of an answer: citations and usage (http-api.md 2.4, 2.5). */
public final class Metadata {

    private Metadata() {}

    /** That of a run that has ended; a chatflow hides its annotation (dsl.md 5.5). */
    public static Map<String, @Nullable Object> of(RunHandle run, RunEvent.Finished event) {
        Map<String, @Nullable Object> metadata = of(event.usage(), event.retrieverResources());
        RunEvent.Annotation annotation = event.annotation();
        if (annotation != null && run.appMode().equals("advanced-chat")) {
            metadata.remove("annotation_reply");
        } else if (annotation != null) {
            metadata.put(
                    "annotation_reply",
                    new Fields()
                            .put("id", annotation.id())
                            .put(
                                    "account",
                                    new Fields()
                                            .put("id", annotation.accountId())
                                            .put("name", annotation.accountName())
                                            .map())
                            .map());
        }
        return metadata;
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
