package io.holdfast.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that callers send, use and read (http-api.md 2.2, 3.5 to 3.7). */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class FileQuarkusTest {

    private static final int MEGABYTE = 1 << 20;
    private static final byte[] PIXELS = "not really pixels".getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void enginesAcceptAll() {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
    }

    private static Response upload(String key, String name, byte[] content, String user) {
        RequestSpecification form =
                Client.with(key).multiPart("file", name, content, "application/octet-stream");
        return (user.isEmpty() ? form : form.multiPart("user", user)).post("/v1/files/upload");
    }

    private static String uploaded(String key, String name, String user) {
        return upload(key, name, PIXELS, user).then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> chat(String user, String fileId) {
        return Map.of(
                "inputs",
                Map.of(),
                "query",
                "What is it?",
                "user",
                user,
                "files",
                List.of(
                        Map.of(
                                "type",
                                "image",
                                "transfer_method",
                                "local_file",
                                "upload_file_id",
                                fileId)));
    }

    private static long incoming() throws IOException {
        Path folder = Path.of("target/files-of-the-story/incoming");
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void aFileIsTakenInAndCanBeReadByItsUrlForAWhile() {
        Response answer = upload(Client.keyOfNew("chat", "Up"), "Page.PNG", PIXELS, "ada");

        answer.then()
                .statusCode(201)
                .body("name", equalTo("Page.PNG"))
                .body("size", equalTo(PIXELS.length))
                .body("extension", equalTo("png"))
                .body("mime_type", equalTo("application/octet-stream"))
                .body("source_url", startsWith("/files/"));
        String url = answer.path("source_url");
        Response content = given().urlEncodingEnabled(false).get(url);
        content.then().statusCode(200).header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(content.asByteArray()).isEqualTo(PIXELS);
        String other = UUID.randomUUID().toString();
        given().urlEncodingEnabled(false)
                .get(url.replace(answer.path("id"), other))
                .then()
                .statusCode(404);
        given().urlEncodingEnabled(false)
                .get(url.replaceAll("timestamp=\\d+", "timestamp=1"))
                .then()
                .statusCode(404);
        given().get("/files/" + other + "/file-preview").then().statusCode(404);
    }

    @Test
    void aRunIsToldOfTheFilesThatItsUserMayUse() {
        String key = Client.keyOfNew("chat", "Told");
        String file = uploaded(key, "a.png", "ada");

        Client.post(key, "/v1/chat-messages", chat("ada", file)).then().statusCode(200);
        Client.post(key, "/v1/chat-messages", chat("bob", file)).then().statusCode(200);

        List<StartRunRequest> started = Suite.WORLD.started();
        assertThat(started.get(0).uploads())
                .extracting(UploadedFile::id)
                .containsExactly(UUID.fromString(file));
        assertThat(started.get(1).uploads()).as("somebody else's file").isEmpty();
    }

    @Test
    void aFileInsideTheInputsIsFoundToo() {
        String key = Client.keyOfNew("workflow", "Inputs");
        String one = uploaded(key, "a.png", "ada");
        String two = uploaded(key, "b.pdf", "ada");
        Map<String, Object> body =
                Map.of(
                        "inputs",
                        Map.of(
                                "one",
                                Map.of("transfer_method", "local_file", "upload_file_id", one),
                                "many",
                                List.of(
                                        Map.of(
                                                "transfer_method",
                                                "local_file",
                                                "upload_file_id",
                                                two))),
                        "user",
                        "ada");
        Client.post(key, "/v1/workflows/run", body).then().statusCode(200);

        assertThat(Suite.WORLD.started().getFirst().uploads())
                .extracting(UploadedFile::name)
                .containsExactlyInAnyOrder("a.png", "b.pdf");
    }

    @Test
    void aPreviewIsForTheAppThatHasTheFileInAMessage() {
        String key = Client.keyOfNew("chat", "Preview");
        String file = uploaded(key, "page.html", "ada");
        String path = "/v1/files/" + file + "/preview";
        Client.with(key)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("file_not_found"))
                .body("message", equalTo("File not found in message context"));

        Client.post(key, "/v1/chat-messages", chat("ada", file)).then().statusCode(200);

        Client.with(key)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename*=UTF-8''page.html"))
                .header("Content-Length", equalTo(Integer.toString(PIXELS.length)));
        Client.with(Client.keyOfNew("chat", "Foreign"))
                .get(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("file_access_denied"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b.png,400,invalid_param,Filename contains invalid characters",
        "virus.exe,400,invalid_param,File extension '.exe' is not allowed for security reasons"
    })
    void aNameThatIsNotTakenIsRefused(String name, int status, String code, String message) {
        upload(Client.keyOfNew("chat", "Names"), name, PIXELS, "ada")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("message", equalTo(message));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() throws Exception {
        String key = Client.keyOfNew("chat", "Large");
        long before = incoming0();
        upload(key, "exact.png", new byte[MEGABYTE], "ada").then().statusCode(201);
        upload(key, "large.png", new byte[MEGABYTE + 1], "ada")
                .then()
                .statusCode(413)
                .body("code", equalTo("file_too_large"))
                .body("message", equalTo(""));
        upload(key, "other.txt", new byte[2 * MEGABYTE], "ada").then().statusCode(201);
        org.awaitility.Awaitility.await().until(() -> incoming() == before);
    }

    private static long incoming0() throws IOException {
        Files.createDirectories(Path.of("target/files-of-the-story/incoming"));
        return incoming();
    }

    @Test
    void aFormWithoutAFileOrWithTwoIsRefused() {
        String key = Client.keyOfNew("chat", "Forms");
        Client.with(key)
                .multiPart("user", "ada")
                .post("/v1/files/upload")
                .then()
                .statusCode(400)
                .body("code", equalTo("no_file_uploaded"));
        Client.post(key, "/v1/files/upload", Map.of("user", "ada"))
                .then()
                .statusCode(400)
                .body("message", equalTo("Please upload your file."));
        Client.with(key)
                .multiPart("file", "a.png", PIXELS)
                .multiPart("file", "b.png", PIXELS)
                .post("/v1/files/upload")
                .then()
                .statusCode(400)
                .body("code", equalTo("too_many_files"));
        Client.with("app-wrong")
                .multiPart("file", "a.png", PIXELS)
                .post("/v1/files/upload")
                .then()
                .statusCode(401);
    }

    @Test
    void aCallerThatStopsInTheMiddleLeavesNothing() throws Exception {
        String key = Client.keyOfNew("chat", "Gone");
        long before = incoming0();
        URI gateway = URI.create("http://localhost:" + io.restassured.RestAssured.port);
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head =
                    "POST /v1/files/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + key
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                            + "Content-Length: 5000\r\n\r\n--b\r\n"
                            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                            + "Content-Type: text/plain\r\n\r\nhalf of it";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            org.awaitility.Awaitility.await().until(() -> incoming() > before);
        }
        org.awaitility.Awaitility.await().until(() -> incoming() == before);
    }

    @Test
    void theLimitsAreTold() {
        Client.with(Client.keyOfNew("chat", "Limits"))
                .get("/v1/parameters")
                .then()
                .body("system_parameters.image_file_size_limit", equalTo(1))
                .body("system_parameters.file_size_limit", equalTo(15));
        Client.with("app-wrong")
                .get("/v1/files/" + UUID.randomUUID() + "/preview")
                .then()
                .statusCode(401)
                .body("message", containsString("Access token is invalid"));
    }
}
