package io.holdfast.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.value.FileValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of http-api.md 2.2 and the rules of dsl.md 2.5. */
class FileInputsTest {

    private static final UUID ID = new UUID(0x7000L, 1);
    private static final UploadedFile PICTURE =
            new UploadedFile(ID, "a.png", "png", "image/png", 3, "/files/a");
    private static final String PDF = "https://files.example/papers/a%20b.pdf?x=1";
    private static final KnownFiles KNOWN =
            new KnownFiles(
                    Map.of(ID, PICTURE), Map.of(PDF, new RemoteFile("", "application/pdf", 42)));
    private static final FilePolicy ALL = FilePolicy.ofFeature(feature(Map.of("enabled", true)));

    private final FileInputs chat = new FileInputs(KNOWN, false);
    private final FileInputs workflow = new FileInputs(KNOWN, true);

    private static Map<String, @Nullable Object> feature(Map<String, Object> upload) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        features.put("file_upload", upload);
        return features;
    }

    private static Map<String, @Nullable Object> mapping(String... pairs) {
        Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            mapping.put(pairs[i], pairs[i + 1]);
        }
        return mapping;
    }

    private static Map<String, @Nullable Object> local(String type) {
        return mapping(
                "type", type, "transfer_method", "local_file", "upload_file_id", ID.toString());
    }

    private static Map<String, @Nullable Object> remote(String type, String url) {
        return mapping("type", type, "transfer_method", "remote_url", "url", url);
    }

    @Test
    void anUploadedFileBecomesAValue() {
        List<Map<String, @Nullable Object>> files = chat.files(List.of(local("image")), ALL);

        assertThat(files).hasSize(1).allMatch(FileValues::isFile);
        assertThat(files.getFirst())
                .containsEntry("type", "image")
                .containsEntry("transfer_method", "local_file")
                .containsEntry("related_id", ID.toString())
                .containsEntry("filename", "a.png")
                .containsEntry("extension", ".png")
                .containsEntry("mime_type", "image/png")
                .containsEntry("size", 3L)
                .containsEntry("url", "/files/a");
    }

    @Test
    void aRemoteFileIsNamedByItsUrl() {
        assertThat(workflow.files(List.of(remote("document", PDF)), ALL).getFirst())
                .containsEntry("filename", "a b.pdf")
                .containsEntry("type", "document")
                .containsEntry("size", 42L)
                .containsEntry("remote_url", PDF);
    }

    @Test
    void aRemoteFileThatCannotBeAskedHasNoSize() {
        assertThat(
                        workflow.files(List.of(remote("", "https://gone.example/x.mp3")), ALL)
                                .getFirst())
                .containsEntry("type", "audio")
                .containsEntry("size", -1L);
    }

    @Test
    void filesThatNameNothingAreLeftOutAndAllOfThemWhenTheAppTakesNone() {
        assertThat(chat.files(List.of(mapping("type", "image"), remote("image", "")), ALL))
                .isEmpty();
        assertThat(chat.files(List.of(local("image")), FilePolicy.ofFeature(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Invalid upload file id",
                "nonsense | Invalid upload file id format",
                "00000000-0000-7000-0000-000000000009 | Invalid upload file"
            })
    void anUploadThatIsNotThereIsRefused(String id, String message) {
        Map<String, @Nullable Object> file =
                mapping("type", "image", "transfer_method", "local_file", "upload_file_id", id);

        assertThatThrownBy(() -> chat.files(List.of(file), ALL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void aWorkflowBelievesNoTypeButCustom() {
        assertThatThrownBy(() -> workflow.files(List.of(local("document")), ALL))
                .hasMessage(
                        "Detected file type does not match the specified type. Please verify the"
                                + " file.");
        assertThat(workflow.files(List.of(local("custom")), ALL).getFirst())
                .containsEntry("type", "custom");
        assertThat(chat.files(List.of(local("document")), ALL).getFirst())
                .containsEntry("type", "document");
    }

    @Test
    void anAppTakesWhatItNames() {
        FilePolicy images =
                FilePolicy.ofFeature(
                        feature(
                                Map.of(
                                        "enabled",
                                        true,
                                        "allowed_file_types",
                                        List.of("image"),
                                        "allowed_file_upload_methods",
                                        List.of("local_file"))));

        assertThat(chat.files(List.of(local("image")), images)).hasSize(1);
        assertThatThrownBy(() -> chat.files(List.of(remote("document", PDF)), images))
                .hasMessage("File validation failed for file: a b.pdf");
        assertThatThrownBy(() -> chat.files(List.of(remote("image", "https://x/y.png")), images))
                .hasMessage("File validation failed for file: y.png");
    }

    @Test
    void anExtensionCountsWhereCustomFilesAreTaken() {
        FilePolicy custom =
                FilePolicy.ofFeature(
                        feature(
                                Map.of(
                                        "enabled",
                                        true,
                                        "allowed_file_types",
                                        List.of("custom"),
                                        "allowed_file_extensions",
                                        List.of(".PDF"))));

        assertThat(chat.files(List.of(remote("document", PDF)), custom)).hasSize(1);
        assertThatThrownBy(() -> chat.files(List.of(local("image")), custom))
                .hasMessage("File validation failed for file: a.png");
    }

    @Test
    void oneFileMoreThanTheAppTakesIsRefused() {
        assertThat(chat.files(List.of(local("image"), local("image"), local("image")), ALL))
                .hasSize(3);
        assertThatThrownBy(() ->
                        chat.files(
                                List.of(
                                        local("image"),
                                        local("image"),
                                        local("image"),
                                        local("image")),
                                ALL))
                .hasMessage("Number of files exceeds the maximum limit 3");
    }

    @Test
    void fieldsOfAFormHoldFilesOfTheirOwn() {
        StartForm form =
                StartForm.ofVariables(
                        List.of(
                                mapping("variable", "one", "type", "file"),
                                mapping("variable", "many", "type", "file-list"),
                                mapping("variable", "text", "type", "text-input")));
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("one", local("image"));
        given.put("many", List.of(remote("document", PDF), local("image")));
        given.put("text", "as it is");

        Map<String, @Nullable Object> inputs = workflow.inputs(form, given);

        assertThat(FileInputs.remoteUrls(form, given, List.of())).containsExactly(PDF);
        assertThat(FileValues.isFile(inputs.get("one"))).isTrue();
        assertThat(inputs.get("many"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .allMatch(FileValues::isFile);
        assertThat(inputs).containsEntry("text", "as it is");
        given.put("one", mapping("type", "image"));
        assertThatThrownBy(() -> workflow.inputs(form, given))
                .hasMessage("transfer_method is required in file mapping");
        given.put("one", remote("image", ""));
        assertThatThrownBy(() -> workflow.inputs(form, given)).hasMessage("Invalid file url");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/b.txt,b.txt",
        "https://h/a%2Bb+c.txt?d#e,a+b+c.txt",
        "https://h,''",
        "https://h/,''",
        "https://h/%zz,%zz"
    })
    void theLastPartOfAUrlIsAName(String url, String name) {
        assertThat(FileNames.ofUrl(url)).isEqualTo(name);
    }
}
