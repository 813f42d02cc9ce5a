package io.holdfast.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize puts together. */
class KustomizationTest {

    private final Kustomization base = Kustomization.read();

    @Test
    void theBaseNamesEveryFileOfItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(Kustomization.folder())) {
            List<String> manifests =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("kustomization.yaml"))
                            .filter(name ->
                                    !base.configMapGenerator().getFirst().envs().contains(name))
                            .toList();
            assertThat(base.resources()).containsExactlyInAnyOrderElementsOf(manifests);
        }
        assertThat(base.apiVersion()).isEqualTo("kustomize.config.k8s.io/v1beta1");
        assertThat(base.kind()).isEqualTo("Kustomization");
    }

    @Test
    void theNamespaceHoldsPodsToTheStrictestStandard() {
        Namespace namespace =
                Manifests.of(Kustomization.folder().resolve("namespace.yaml")).one(Namespace.class);
        assertThat(namespace.getMetadata().getName()).isEqualTo(base.namespace());
        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceIsGivenTheGeneratedSettings(Service service) {
        assertThat(Manifests.of(service.manifests()).container().getEnvFrom())
                .extracting(EnvFromSource::getConfigMapRef)
                .extracting(ConfigMapEnvSource::getName)
                .containsExactly(base.configMapGenerator().getFirst().name());
    }

    @Test
    void everySettingIsReadBySomeService() {
        Set<String> known = new HashSet<>();
        Arrays.stream(Service.values()).forEach(service -> known.addAll(service.variables()));
        assertThat(known).containsAll(base.settings().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void peersFindAServiceByItsName(Service service) {
        assertThat(base.settings()).containsValue("http://" + service.id());
    }

    @Test
    void noSettingIsASecret() {
        assertThat(base.settings().keySet())
                .noneMatch(key -> key.matches(".*(TOKEN|KEY|PASSWORD|SECRET).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/spec/template/spec/containers/0/livenesProbe",
                "/spec/template/spec/securityContex",
                "/spec/replica"
            })
    void aTypoIsFound(String pointer) {
        ObjectNode deployment = deployment();
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) deployment.at(pointer.substring(0, name)))
                .putObject(pointer.substring(name + 1));
        assertThatThrownBy(() -> Manifests.resource(deployment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pointer.substring(name + 1));
    }

    @Test
    void aNumberWhereTextBelongsIsFound() {
        ObjectNode deployment = deployment();
        ((ObjectNode) deployment.path("spec")).put("replicas", "three");
        assertThatThrownBy(() -> Manifests.resource(deployment))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ObjectNode deployment() {
        return StrictYaml.documents(Service.SCHEDULER.manifests()).stream()
                .filter(it -> "Deployment".equals(it.path("kind").asText()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
