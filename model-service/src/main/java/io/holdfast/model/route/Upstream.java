package io.holdfast.model.route;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place that answers model calls.
 *
 * @param name how reports, metrics and messages call it
 * @param protocol name of the registered protocol it speaks
 * @param baseUrl absolute, without a slash at its end
 * @param key sent as bearer token; null where the upstream wants none
 * @param model the model's name there; null keeps the name that the caller used
 * @param headers sent with every request
 * @param askUsage whether it understands {@code stream_options.include_usage}
 */
public record Upstream(
        String name,
        String protocol,
        URI baseUrl,
        @Nullable String key,
        @Nullable String model,
        Map<String, String> headers,
        boolean askUsage) {

    public Upstream {
        headers = Map.copyOf(headers);
    }

    /** An upstream inside this process. */
    public static Upstream inProcess(String protocol, String model) {
        var nowhere = URI.create("process:" + protocol);
        return new Upstream(protocol, protocol, nowhere, null, model, Map.of(), false);
    }

    /** The model's name at this upstream when the caller asks for this one. */
    public String modelFor(String asked) {
        return model == null ? asked : model;
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Upstream[" + name + ", " + protocol + ", " + baseUrl + "]";
    }
}
