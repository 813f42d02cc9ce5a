package io.holdfast.engine.extension;

import io.holdfast.engine.node.StepRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service that the operator has named under the id by which the app knows it.
 *
 * @param point what is asked, such as {@code app.moderation.input}
 * @param params plain JSON values
 */
public record ExtensionRequest(String id, String point, Map<String, @Nullable Object> params)
        implements StepRequest<Map<String, @Nullable Object>> {}
