package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    @Test
    void eachAppThatIsTakenRunsToItsEndOnMocks() throws IOException {
        CorpusRuns runs = new CorpusRuns(holdfast.api());
        Map<String, Integer> ends = new TreeMap<>();
        for (Path file : corpus()) {
            // Whatever a file names is on loopback here, and nothing else may be called.
            String yaml =
                    Files.readString(file)
                            .replaceAll("https?://[^/\\s'\"{}]+", holdfast.target().url());
            ExtractableResponse<Response> imported = holdfast.console().importYaml(yaml).extract();
            if (imported.statusCode() != 200) {
                continue;
            }
            String key = holdfast.console().key(imported.path("app_id"));
            ends.merge(end(file, runs.run(key, imported.path("app_mode"))), 1, Integer::sum);
        }
        System.getLogger(CorpusIT.class.getName())
                .log(System.Logger.Level.INFO, "corpus runs: {0}", ends);
        assertThat(holdfast.openRuns()).as("no run is left open").isZero();
        assertThat(ends.getOrDefault("succeeded", 0)).isPositive();
    }

    /** How a run ended; a failure that is the app's own is told as documented. */
    private static String end(Path file, ExtractableResponse<Response> answer) {
        assertThat(answer.statusCode()).as(file + ": " + answer.asString()).isIn(200, 400);
        if (answer.statusCode() == 400) {
            assertThat(answer.<String>path("code")).as(file.toString()).isNotBlank();
            return "failed";
        }
        if (answer.contentType().startsWith("text/event-stream")) {
            return answer.asString().contains("\"message_end\"") ? "succeeded" : "failed";
        }
        return Optional.ofNullable(answer.<String>path("data.status")).orElse("succeeded");
    }

    private static List<Path> corpus() throws IOException {
        Path folder = Installation.repository().resolve("../shared/corpus");
        assumeTrue(Files.isDirectory(folder), "no corpus beside the repository");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        }
    }
}
