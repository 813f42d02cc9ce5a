package io.holdfast.engine.app.extension;

import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.extension.ExtensionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks services that speak Dify's protocol of extensions. */
@ApplicationScoped
class ExtensionHandler implements StepHandler<Map<String, @Nullable Object>, ExtensionRequest> {

    private final ExtensionCalls calls;

    ExtensionHandler(ExtensionCalls calls) {
        this.calls = calls;
    }

    @Override
    public Class<ExtensionRequest> requestType() {
        return ExtensionRequest.class;
    }

    @Override
    public Map<String, @Nullable Object> handle(StepCall<ExtensionRequest> call)
            throws InterruptedException {
        ExtensionRequest request = call.request();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("point", request.point());
        body.put("params", request.params());
        return calls.post(calls.require(request.id()), body);
    }
}
