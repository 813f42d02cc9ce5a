package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.DifyWorkflowClient;
import io.github.imfangs.dify.client.callback.WorkflowStreamCallback;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.event.NodeFinishedEvent;
import io.github.imfangs.dify.client.event.WorkflowFinishedEvent;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunRequest;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunResponse;
import io.holdfast.testing.mcp.MockMcp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workflows with branches, code, templates and requests, called by somebody else's client. */
@ExtendWith(WithInstallation.class)
class WorkflowIT {

    private final Installation holdfast;

    WorkflowIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aBranchWithARequestAndATemplateRuns() throws Exception {
        ImportedApp app = holdfast.app("branching.yml");

        WorkflowRunResponse run = client(app).runWorkflow(request(Map.of("number", 60)));

        assertThat(run.getData().getStatus()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs()).containsEntry("result", "SEEN /ORDERS/120 for 120");
        assertThat(holdfast.target().visits())
                .containsExactly(
                        new CountingTarget.Visit(
                                "POST", "/orders/120", "from=holdfast", "{\"twice\": 120}"));
        given().header("Authorization", "Bearer " + app.key())
                .get(holdfast.api() + "/workflows/run/" + run.getWorkflowRunId())
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"))
                .body("outputs.result", equalTo("SEEN /ORDERS/120 for 120"));
    }

    @Test
    void theOtherBranchAsksNobody() throws Exception {
        WorkflowRunResponse run =
                client(holdfast.app("branching.yml")).runWorkflow(request(Map.of("number", 7)));

        assertThat(run.getData().getOutputs()).containsEntry("result", "only 14");
        assertThat(holdfast.target().visits()).isEmpty();
    }

    @Test
    void aStreamTellsOfEachNodeAndOfTheEnd() throws Exception {
        List<String> nodes = new CopyOnWriteArrayList<>();
        CompletableFuture<WorkflowFinishedEvent> finished = new CompletableFuture<>();
        WorkflowRunRequest request = request(Map.of("number", 7));
        request.setResponseMode(ResponseMode.STREAMING);

        client(holdfast.app("branching.yml"))
                .runWorkflowStream(
                        request,
                        new WorkflowStreamCallback() {
                            @Override
                            public void onNodeFinished(NodeFinishedEvent event) {
                                nodes.add(event.getData().getNodeId());
                            }

                            @Override
                            public void onWorkflowFinished(WorkflowFinishedEvent event) {
                                finished.complete(event);
                            }

                            @Override
                            public void onException(Throwable failure) {
                                finished.completeExceptionally(failure);
                            }
                        });

        assertThat(finished.get(60, TimeUnit.SECONDS).getData().getStatus()).isEqualTo("succeeded");
        assertThat(nodes).containsExactly("start", "double", "big", "small", "join", "end");
    }

    @Test
    void theSampleWorkflowRunsAsTheReadmeSays() throws Exception {
        ImportedApp app = holdfast.console().importApp(Installation.sample("order-summary.yml"));

        WorkflowRunResponse run =
                client(app)
                        .runWorkflow(
                                request(Map.of("customer", "ada lovelace", "prices", "19.90, 35")));

        assertThat(run.getData().getOutputs())
                .containsEntry(
                        "summary", "Dear Ada Lovelace, 2 items cost 54.90. Shipping is free.");
    }

    @Test
    void aToolThatIsNotHereIsToldAtImportAndItsFailureIsHandled() throws Exception {
        String yaml = Installation.read("tools.yml");
        holdfast.console()
                .importYaml(yaml)
                .statusCode(200)
                .body("status", equalTo("completed-with-warnings"));

        WorkflowRunResponse run =
                client(holdfast.console().importApp(yaml)).runWorkflow(request(Map.of()));

        assertThat(run.getData().getStatus()).isEqualTo("partial-succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("day", "March 1, 2026 is Sunday.")
                .containsEntry("type", "ToolRuntimeResolutionError");
        assertThat(String.valueOf(run.getData().getOutputs().get("why")))
                .startsWith("Failed to get tool runtime: ")
                .contains("somebody/search/search/find");
    }

    @Test
    void toolsReachOutToWhatTheOperatorHasNamed() throws Exception {
        ImportedApp app = holdfast.app("more-tools.yml");

        WorkflowRunResponse run = client(app).runWorkflow(request(Map.of()));

        assertThat(run.getData().getStatus()).as(run.getData().getError()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("weight", "seen /ships/7: 3 t")
                .containsEntry("sum", "42")
                .containsEntry("page", "seen /page");
        assertThat(holdfast.target().visits().getFirst())
                .isEqualTo(new CountingTarget.Visit("GET", "/ships/7", "fields=name", ""));
        assertPicture(outputs(run).get("pictures"));
    }

    private static void assertPicture(@Nullable Object files) {
        assertThat(files).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
        Map<?, ?> picture = (Map<?, ?>) ((List<?>) Objects.requireNonNull(files)).getFirst();
        assertThat(picture.get("transfer_method")).isEqualTo("tool_file");
        assertThat(picture.get("type")).isEqualTo("image");
        String url = String.valueOf(picture.get("url"));
        assertThat(given().get(url).then().statusCode(200).contentType("image/png"))
                .extracting(response -> response.extract().asString())
                .isEqualTo(MockMcp.PICTURE);
        given().get(url.replace("sign=", "sign=x")).then().statusCode(404);
        given().get(url.replace("tenant=", "tenant=x")).then().statusCode(404);
    }

    private static Map<String, Object> outputs(WorkflowRunResponse run) {
        return run.getData().getOutputs();
    }

    private DifyWorkflowClient client(ImportedApp app) {
        return DifyClientFactory.createWorkflowClient(holdfast.api(), app.key());
    }

    private static WorkflowRunRequest request(Map<String, Object> inputs) {
        return WorkflowRunRequest.builder()
                .inputs(inputs)
                .responseMode(ResponseMode.BLOCKING)
                .user("ada")
                .build();
    }
}
