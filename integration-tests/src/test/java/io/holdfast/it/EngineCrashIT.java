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

/** An engine that is killed, asked to go, or paused in the middle of a run. */
@ExtendWith(WithInstallation.class)
class EngineCrashIT {

    private static final String ENGINE = "execution-engine-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation holdfast;

    EngineCrashIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aRunWhoseEngineIsKilledIsFinishedAndNoNodeThatWasDoneIsDoneAgain() throws Exception {
        ImportedApp app = holdfast.app("crash.yml");
        holdfast.models().then(slow()).always(MockReply.text("as if nothing happened"));

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        holdfast.suite().kill(ENGINE);

        WorkflowRunResponse run = answer.get(90, TimeUnit.SECONDS);
        assertThat(run.getData().getStatus()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("text", "as if nothing happened")
                .containsEntry("last", "seen /after");
        assertThat(holdfast.target().visits("/before")).isEqualTo(1);
        assertThat(holdfast.target().visits("/after")).isEqualTo(1);
        assertThat(holdfast.models().calls()).isEqualTo(2);
        holdfast.suite().awaitReady(ENGINE);
    }

    @Test
    void anIterationGoesOnAtTheItemWhereItWas() throws Exception {
        ImportedApp app = holdfast.app("items.yml");
        holdfast.models().then(MockReply.text("first"), slow()).always(MockReply.text("later"));

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 2);
        holdfast.suite().kill(ENGINE);

        WorkflowRunResponse run = answer.get(90, TimeUnit.SECONDS);
        assertThat(run.getData().getStatus()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("all", List.of("first", "later", "later"));
        assertThat(holdfast.target().visits())
                .extracting(CountingTarget.Visit::path)
                .containsExactly("/item/a", "/item/b", "/item/c");
        assertThat(holdfast.models().calls()).isEqualTo(4);
        holdfast.suite().awaitReady(ENGINE);
    }

    @Test
    void aRunWhoseEngineIsAskedToGoIsFinishedByTheNext() throws Exception {
        ImportedApp app = holdfast.app("crash.yml");
        holdfast.models().then(slow()).always(MockReply.text("by the next"));

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        holdfast.suite().stop(ENGINE);
        holdfast.suite().startInstance(ENGINE);

        WorkflowRunResponse run = answer.get(90, TimeUnit.SECONDS);
        assertThat(run.getData().getStatus()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs()).containsEntry("text", "by the next");
        assertThat(holdfast.target().visits("/before")).isEqualTo(1);
        assertThat(holdfast.target().visits("/after")).isEqualTo(1);
        holdfast.suite().awaitReady(ENGINE);
    }

    @Test
    void anEngineThatWasPausedPastItsLeaseGoesOnAndRepeatsNothingThatWasDone() throws Exception {
        ImportedApp app = holdfast.app("crash.yml");
        holdfast.models().then(slow()).always(MockReply.text("said anew"));
        long pid = holdfast.suite().pid(ENGINE);

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        Signals.send("STOP", pid);
        try {
            await().atMost(PATIENCE).until(() -> holdfast.livingMembers("engine") == 0);
        } finally {
            Signals.send("CONT", pid);
        }

        // It may find that its lease was removed, and ask the model again, or be in time to renew.
        WorkflowRunResponse run = answer.get(90, TimeUnit.SECONDS);
        assertThat(run.getData().getStatus()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry(
                        "text", holdfast.models().calls() == 1 ? "as if nothing" : "said anew");
        assertThat(holdfast.target().visits("/before")).isEqualTo(1);
        assertThat(holdfast.target().visits("/after")).isEqualTo(1);
        assertThat(holdfast.suite().pid(ENGINE)).isEqualTo(pid);
    }

    /** A model that has said half of it when the engine dies. */
    private static MockReply slow() {
        return new MockReply.Tokens(
                List.of("as ", "if ", "nothing"), Duration.ZERO, Duration.ofSeconds(2), true);
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
