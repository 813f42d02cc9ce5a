package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that other people exported, beside this repository where somebody put them. */
@ExtendWith(WithInstallation.class)
class CorpusIT {

    private final Installation holdfast;

    CorpusIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void eachFileIsImportedOrRefusedByTheNameOfWhatIsNotBuiltOrOfAFieldThatIsNotThere()
            throws IOException {
        List<Path> files = corpus();
        int accepted = 0;
        int refused = 0;
        for (Path file : files) {
            ExtractableResponse<Response> answer =
                    holdfast.console().importYaml(Files.readString(file)).extract();
            if (answer.statusCode() == 400) {
                assertThat(answer.<String>path("status")).as(file.toString()).isEqualTo("failed");
                assertThat(answer.<String>path("error"))
                        .as(file.toString())
                        .matches(
                                Pattern.compile("(?s).*(not supported yet|Node .* is required).*"));
                refused++;
            } else {
                assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
                assertThat(answer.<String>path("status"))
                        .as(file.toString())
                        .isIn("completed", "completed-with-warnings");
                assertThat(holdfast.console().key(answer.path("app_id"))).startsWith("app-");
                accepted++;
            }
        }
        System.Logger log = System.getLogger(CorpusIT.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "corpus over HTTP: {0} files accepted, {1} refused",
                accepted,
                refused);
        assertThat(accepted + refused).isEqualTo(files.size());
    }

    private static List<Path> corpus() throws IOException {
        Path folder = Installation.repository().resolve("../shared/corpus");
        assumeTrue(Files.isDirectory(folder), "no corpus beside the repository");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        }
    }
}
