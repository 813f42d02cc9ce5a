package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.imfangs.dify.client.DifyChatflowClient;
import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.DifyWorkflowClient;
import io.github.imfangs.dify.client.enums.FileTransferMethod;
import io.github.imfangs.dify.client.enums.FileType;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.model.chat.ChatMessage;
import io.github.imfangs.dify.client.model.chat.ChatMessageResponse;
import io.github.imfangs.dify.client.model.chat.MessageListResponse;
import io.github.imfangs.dify.client.model.file.FileInfo;
import io.github.imfangs.dify.client.model.file.FilePreviewResponse;
import io.github.imfangs.dify.client.model.file.FileUploadRequest;
import io.github.imfangs.dify.client.model.file.FileUploadResponse;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunRequest;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunResponse;
import io.holdfast.testing.model.MockReply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that people send: read by nodes, seen by models, and read again later. */
@ExtendWith(WithInstallation.class)
class FilesIT {

    private static final byte[] TABLE = "name,greets\nAda,Grüße\n".getBytes(StandardCharsets.UTF_8);

    private final Installation holdfast;

    FilesIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void anUploadedDocumentAndRemoteOnesBecomeTexts() throws Exception {
        ImportedApp app = holdfast.app("reading.yml");
        DifyWorkflowClient client =
                DifyClientFactory.createWorkflowClient(holdfast.api(), app.key());
        FileUploadResponse upload =
                client.uploadFile(
                        FileUploadRequest.builder().user("ada").build(),
                        new ByteArrayInputStream(TABLE),
                        "Grüße.csv");

        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("paper", local(upload.getId()));
        inputs.put("more", List.of(remote("/a/one.txt"), remote("/two.md")));
        WorkflowRunResponse run = client.runWorkflow(request(inputs));

        assertThat(upload.getName()).isEqualTo("Grüße.csv");
        assertThat(run.getData().getStatus()).as(run.getData().getError()).isEqualTo("succeeded");
        Map<String, Object> outputs = run.getData().getOutputs();
        assertThat(outputs)
                .containsEntry("text", "| name | greets |\n| --- | --- |\n| Ada | Grüße |")
                .containsEntry("texts", List.of("seen /a/one.txt", "seen /two.md"))
                .containsEntry("name", "Grüße.csv");
        assertThat(outputs.get("paper"))
                .isInstanceOfSatisfying(
                        Map.class,
                        file ->
                                assertThat(readable(String.valueOf(file.get("url"))))
                                        .isEqualTo(TABLE));
    }

    @Test
    void whatCannotBeReadFailsTheNode() throws Exception {
        ImportedApp app = holdfast.app("reading.yml");
        DifyWorkflowClient client =
                DifyClientFactory.createWorkflowClient(holdfast.api(), app.key());
        FileUploadResponse upload =
                client.uploadFile(
                        FileUploadRequest.builder().user("ada").build(),
                        new ByteArrayInputStream(TABLE),
                        "not really.pdf");

        WorkflowRunResponse run =
                client.runWorkflow(request(Map.of("paper", local(upload.getId()))));

        assertThat(run.getData().getStatus()).isEqualTo("failed");
        assertThat(run.getData().getError()).startsWith("Failed to extract text from .pdf");
    }

    @Test
    void aPictureIsShownToTheModelAndStaysWithItsMessage() throws Exception {
        ImportedApp app = holdfast.app("seeing.yml");
        DifyChatflowClient client =
                DifyClientFactory.createChatWorkflowClient(holdfast.api(), app.key());
        byte[] pixels = "not really pixels".getBytes(StandardCharsets.UTF_8);
        FileUploadResponse upload =
                client.uploadFile(
                        FileUploadRequest.builder().user("ada").build(),
                        new ByteArrayInputStream(pixels),
                        "ship.jpg");
        holdfast.models().then(MockReply.text("A ship"));

        ChatMessageResponse answer =
                client.sendChatMessage(
                        ChatMessage.builder()
                                .query("What is it?")
                                .user("ada")
                                .responseMode(ResponseMode.BLOCKING)
                                .files(List.of(picture(upload.getId())))
                                .build());

        assertThat(answer.getAnswer()).isEqualTo("A ship");
        JsonNode shown = holdfast.models().requests().getLast().body().findPath("image_url");
        assertThat(shown.path("url").asText())
                .isEqualTo("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(pixels));
        assertThat(shown.path("detail").asText()).isEqualTo("low");
        MessageListResponse.MessageFile file =
                client.getMessages(answer.getConversationId(), "ada", null, 20)
                        .getData()
                        .getFirst()
                        .getMessageFiles()
                        .getFirst();
        assertThat(file.getBelongsTo()).isEqualTo("user");
        assertThat(readable(file.getUrl())).isEqualTo(pixels);
        try (FilePreviewResponse preview = client.previewFile(upload.getId())) {
            assertThat(preview.getContentAsBytes()).isEqualTo(pixels);
            assertThat(preview.getContentType())
                    .as("what the client has said")
                    .isEqualTo("application/octet-stream");
        }
    }

    private byte[] readable(String url) {
        return given().urlEncodingEnabled(false)
                .get(url.startsWith("/") ? holdfast.gateway() + url : url)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static FileInfo picture(String id) {
        return FileInfo.builder()
                .type(FileType.IMAGE)
                .transferMethod(FileTransferMethod.LOCAL_FILE)
                .uploadFileId(id)
                .build();
    }

    private static Map<String, Object> local(String id) {
        return Map.of("type", "document", "transfer_method", "local_file", "upload_file_id", id);
    }

    private Map<String, Object> remote(String path) {
        return Map.of(
                "type",
                "document",
                "transfer_method",
                "remote_url",
                "url",
                holdfast.target().url() + path);
    }

    private static WorkflowRunRequest request(Map<String, Object> inputs) {
        return WorkflowRunRequest.builder()
                .inputs(inputs)
                .responseMode(ResponseMode.BLOCKING)
                .user("ada")
                .build();
    }
}
