package io.holdfast.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manifests that are checked in are those that the build writes. */
class GeneratedManifestsIT {

    @ParameterizedTest
    @EnumSource
    void theBaseIsWhatTheBuildWrote(Service service) {
        assertThat(StrictYaml.documents(service.manifests()))
                .as("run k8s/refresh after a build and look at what changed")
                .containsExactlyInAnyOrderElementsOf(StrictYaml.documents(service.built()));
    }
}
