package io.holdfast.engine.node;

import io.holdfast.engine.value.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an attempt of a node ended. */
public sealed interface NodeOutcome extends NodeAnswer {

    /** What the node worked with, for display. */
    Map<String, @Nullable Object> inputs();

    /** What happened inside, for display; null when there is nothing to tell. */
    @Nullable Map<String, @Nullable Object> processData();

    /**
     * The node did its work.
     *
     * @param outputs what later nodes read, by name
     * @param handle the edges that a branch takes; null for all other kinds
     * @param usage model usage as http-api.md 2.4 names its fields; empty when no model was called
     * @param citations retriever resources, best first (http-api.md 2.5)
     * @param updates variables of others that get another value, in order
     */
    record Succeeded(
            Map<String, @Nullable Object> inputs,
            @Nullable Map<String, @Nullable Object> processData,
            Map<String, @Nullable Object> outputs,
            @Nullable String handle,
            Map<String, @Nullable Object> usage,
            List<Map<String, @Nullable Object>> citations,
            List<VariableUpdate> updates)
            implements NodeOutcome {

        @SuppressWarnings("ConstantValue") // the first journals know of no updates
        public Succeeded {
            updates = updates == null ? List.of() : List.copyOf(updates);
        }

        /** An outcome that leaves variables of others alone. */
        public Succeeded(
                Map<String, @Nullable Object> inputs,
                @Nullable Map<String, @Nullable Object> processData,
                Map<String, @Nullable Object> outputs,
                @Nullable String handle,
                Map<String, @Nullable Object> usage,
                List<Map<String, @Nullable Object>> citations) {
            this(inputs, processData, outputs, handle, usage, citations, List.of());
        }

        /** An outcome without usage and citations. */
        public static Succeeded of(
                Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> outputs) {
            return new Succeeded(inputs, null, outputs, null, Map.of(), List.of());
        }

        /** The same outcome with something to show of its inside. */
        public Succeeded withProcessData(Map<String, @Nullable Object> data) {
            return new Succeeded(inputs, data, outputs, handle, usage, citations, updates);
        }

        /** The same outcome of a branch that chose. */
        public Succeeded withHandle(String chosen) {
            return new Succeeded(inputs, processData, outputs, chosen, usage, citations, updates);
        }

        /** The same outcome of a node that writes variables of others. */
        public Succeeded withUpdates(List<VariableUpdate> written) {
            return new Succeeded(inputs, processData, outputs, handle, usage, citations, written);
        }

        /** The tokens that the attempt cost, 0 without a model call. */
        public long totalTokens() {
            return usage.get("total_tokens") instanceof Number number ? number.longValue() : 0;
        }
    }

    /**
     * The attempt failed.
     *
     * @param errorType the class-like name that dsl.md section 3 gives for the cause, may be empty
     * @param message what the author sees
     */
    record Failed(
            String errorType,
            String message,
            Map<String, @Nullable Object> inputs,
            @Nullable Map<String, @Nullable Object> processData)
            implements NodeOutcome {

        /** A failure with nothing else to show. */
        public static Failed of(String errorType, String message) {
            return new Failed(errorType, message, Map.of(), null);
        }

        /** The same failure, showing what the node had worked with. */
        public Failed withInputs(Map<String, @Nullable Object> shown) {
            return new Failed(errorType, message, shown, processData);
        }

        /** What an error strategy hands on (dsl.md 3.0). */
        public Map<String, @Nullable Object> asOutputs() {
            return Values.asMap(Map.of("error_message", message, "error_type", errorType));
        }
    }
}
