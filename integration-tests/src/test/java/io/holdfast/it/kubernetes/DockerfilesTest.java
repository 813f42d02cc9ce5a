package io.holdfast.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Images as the manifests need them. */
class DockerfilesTest {

    @ParameterizedTest
    @EnumSource
    void theImageOfTheJvmHoldsWhatThePackageHolds(Service service) throws IOException {
        List<String> lines = lines(service, "jvm");
        assertThat(lines)
                .contains(
                        "COPY --chown=root:root target/quarkus-app/lib/ /app/lib/",
                        "COPY --chown=root:root target/quarkus-app/*.jar /app/",
                        "COPY --chown=root:root target/quarkus-app/app/ /app/app/",
                        "COPY --chown=root:root target/quarkus-app/quarkus/ /app/quarkus/",
                        "ENTRYPOINT [\"java\", \"-jar\", \"/app/quarkus-run.jar\"]");
    }

    @ParameterizedTest
    @EnumSource
    void theNativeImageHoldsTheExecutable(Service service) throws IOException {
        assertThat(lines(service, "native"))
                .contains(
                        "COPY --chown=root:root --chmod=0755 target/holdfast-"
                                + service.id()
                                + "-*-runner /app/application",
                        "ENTRYPOINT [\"/app/application\"]");
    }

    @ParameterizedTest
    @CsvSource({"jvm", "native"})
    void everyImageRunsAsTheUserOfTheManifests(String kind) throws IOException {
        for (Service service : Service.values()) {
            assertThat(lines(service, kind))
                    .as(service.id())
                    .contains("USER 10001:10001", "EXPOSE " + service.setting("quarkus.http.port"));
        }
    }

    private static List<String> lines(Service service, String kind) throws IOException {
        return Files.readAllLines(service.dockerfile(kind));
    }
}
