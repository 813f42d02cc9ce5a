package io.holdfast.engine.app.node.code;

import io.holdfast.engine.app.sandbox.CodeLanguage;
import io.holdfast.engine.app.sandbox.CodeOutcome;
import io.holdfast.engine.app.sandbox.CodeSandbox;
import io.holdfast.engine.app.sandbox.CodeTask;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.node.code.CodeReply;
import io.holdfast.engine.node.code.CodeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Executes code in the sandbox. */
@ApplicationScoped
class CodeHandler implements StepHandler<CodeReply, CodeRequest> {

    /** The sandbox cuts this to the limit that is configured there. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final CodeSandbox sandbox;

    CodeHandler(CodeSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Class<CodeRequest> requestType() {
        return CodeRequest.class;
    }

    @Override
    public CodeReply handle(StepCall<CodeRequest> call) throws InterruptedException {
        CodeRequest request = call.request();
        CodeLanguage language =
                request.language().equals("javascript")
                        ? CodeLanguage.JAVASCRIPT
                        : CodeLanguage.PYTHON3;
        CodeTask task = new CodeTask(language, request.code(), request.inputs(), LONGEST);
        CodeOutcome outcome = sandbox.run(task);
        if (Thread.interrupted()) {
            throw new InterruptedException("nobody waits for the code any more");
        }
        return switch (outcome) {
            case CodeOutcome.Returned(Object value) -> new CodeReply.Returned(value);
            case CodeOutcome.Failed(String error) -> new CodeReply.Failed(error);
            case CodeOutcome.TimedOut late -> new CodeReply.Failed(late.error());
            case CodeOutcome.LimitExceeded much -> new CodeReply.Failed(much.error());
            case CodeOutcome.Unavailable(String reason) -> new CodeReply.Failed(reason);
        };
    }
}
