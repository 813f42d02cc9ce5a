package io.holdfast.engine.app.node.tool;

import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.Toolbox;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.engine.node.tool.ToolRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Uses tools (dsl.md 3.15). */
@ApplicationScoped
class ToolHandler implements StepHandler<ToolReply, ToolRequest> {

    private final Toolbox toolbox;

    ToolHandler(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    @Override
    public Class<ToolRequest> requestType() {
        return ToolRequest.class;
    }

    @Override
    public ToolReply handle(StepCall<ToolRequest> call) throws InterruptedException {
        ToolRequest request = call.request();
        ToolProvider provider =
                toolbox.find(request.provider()).orElseThrow(() -> unavailable(request));
        try {
            return provider.use(
                    new ToolUsage(request.tool(), request.arguments(), call.run(), call.callId()));
        } catch (UnknownToolException _) {
            throw unavailable(request);
        } catch (ToolException e) {
            throw new StepException(
                    "ToolRuntimeInvocationError", "Failed to invoke tool: " + e.getMessage());
        }
    }

    private static StepException unavailable(ToolRequest request) {
        return new StepException(
                "ToolRuntimeResolutionError",
                "Failed to get tool runtime: the tool "
                        + request.provider()
                        + "/"
                        + request.tool()
                        + " is not available here. An error strategy of the node can handle this.");
    }
}
