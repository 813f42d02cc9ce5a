package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunRequest;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunResponse;
import io.holdfast.testing.model.MockReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that works for the engine is gone while a run needs it. */
@ExtendWith(WithInstallation.class)
class HelperCrashIT {

    private static final String MODELS = "model-service-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation holdfast;

    HelperCrashIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void anAnswerThatBreaksOffWithModelServiceIsAskedForAgain() throws Exception {
        ImportedApp app = holdfast.app("crash.yml");
        MockReply slow =
                new MockReply.Tokens(
                        List.of("as ", "if ", "nothing"),
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        true);
        holdfast.models().then(slow).always(MockReply.text("said anew"));

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        holdfast.suite().kill(MODELS);

        assertSucceeded(answer.get(90, TimeUnit.SECONDS), "said anew");
        assertThat(holdfast.models().calls()).isEqualTo(2);
        holdfast.suite().awaitReady(MODELS);
    }

    @Test
    void aRunWaitsForAModelServiceThatIsAway() throws Exception {
        ImportedApp app = holdfast.app("crash.yml");
        holdfast.models().always(MockReply.text("back again"));
        holdfast.suite().stop(MODELS);

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.target().visits("/before") == 1);
        holdfast.suite().startInstance(MODELS);

        assertSucceeded(answer.get(90, TimeUnit.SECONDS), "back again");
        holdfast.suite().awaitReady(MODELS);
    }

    private void assertSucceeded(WorkflowRunResponse run, String text) {
        assertThat(run.getData().getStatus()).as(run.getData().getError()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs()).containsEntry("text", text);
        assertThat(holdfast.target().visits("/before")).isEqualTo(1);
        assertThat(holdfast.target().visits("/after")).isEqualTo(1);
    }

    private WorkflowRunResponse run(ImportedApp app) {
        try {
            return DifyClientFactory.createWorkflowClient(holdfast.api(), app.key())
                    .runWorkflow(
                            WorkflowRunRequest.builder()
                                    .inputs(Map.of())
                                    .responseMode(ResponseMode.BLOCKING)
                                    .user("ada")
                                    .build());
        } catch (Exception e) {
            throw new AssertionError("the client was told of the crash", e);
        }
    }
}
