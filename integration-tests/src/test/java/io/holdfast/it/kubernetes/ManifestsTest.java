package io.holdfast.it.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each service's manifests promise. */
class ManifestsTest {

    /** Those that take and read what callers upload. */
    private static final Set<Service> SHARING_FILES =
            EnumSet.of(Service.API_GATEWAY, Service.EXECUTION_ENGINE);

    /** Read by libraries or by Quarkus, not by a setting of ours. */
    private static final Set<String> READ_ELSEWHERE = Set.of("DJL_CACHE_DIR");

    private static final Pattern SECRET = Pattern.compile(".*(TOKEN|KEY|PASSWORD|USER|SECRET).*");

    @ParameterizedTest
    @EnumSource
    void aServiceHasOneOfEachKind(Service service) {
        assertThat(Manifests.of(service.manifests()).all())
                .allSatisfy(it -> assertThat(it.getMetadata().getName()).isEqualTo(service.id()))
                .extracting(it -> it.getKind())
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "Service",
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "PodDisruptionBudget");
    }

    @ParameterizedTest
    @EnumSource
    void threeReplicasAreRolledOneByOne(Service service) {
        DeploymentSpec spec = deployment(service);
        assertThat(spec.getReplicas()).isEqualTo(3);
        assertThat(spec.getStrategy().getType()).isEqualTo("RollingUpdate");
        assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
                .isEqualTo(1);
        assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void probesAskWhatTheServiceAnswers(Service service) {
        Container container = container(service);
        probes(container.getStartupProbe(), "/q/health/started", service);
        probes(container.getReadinessProbe(), "/q/health/ready", service);
        probes(container.getLivenessProbe(), "/healthz", service);
        assertThat(
                        container.getStartupProbe().getPeriodSeconds()
                                * container.getStartupProbe().getFailureThreshold())
                .as("seconds that a start may take")
                .isBetween(60, 300);
    }

    private static void probes(Probe probe, String path, Service service) {
        HTTPGetAction get = probe.getHttpGet();
        assertThat(get.getPath()).isEqualTo(path);
        assertThat(get.getPort().getIntVal()).isEqualTo(port(service));
        assertThat(probe.getTimeoutSeconds()).isLessThanOrEqualTo(probe.getPeriodSeconds());
    }

    @ParameterizedTest
    @EnumSource
    void theServiceLeadsToThePortThatItListensOn(Service service) {
        var spec =
                Manifests.of(service.manifests())
                        .one(io.fabric8.kubernetes.api.model.Service.class)
                        .getSpec();
        assertThat(spec.getType()).isEqualTo("ClusterIP");
        assertThat(deployment(service).getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(spec.getSelector());
        ServicePort only = spec.getPorts().getFirst();
        assertThat(spec.getPorts()).hasSize(1);
        assertThat(only.getPort()).isEqualTo(80);
        assertThat(only.getTargetPort().getIntVal()).isEqualTo(port(service));
        assertThat(container(service).getPorts())
                .singleElement()
                .satisfies(it -> assertThat(it.getContainerPort()).isEqualTo(port(service)));
    }

    @ParameterizedTest
    @EnumSource
    void noPodMayMoreThanItNeeds(Service service) {
        var pod = deployment(service).getTemplate().getSpec();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                .isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getServiceAccountName()).isEqualTo(service.id());
        assertThat(pod.getInitContainers()).isEmpty();

        var container = container(service).getSecurityContext();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();

        assertThat(
                        Manifests.of(service.manifests())
                                .one(ServiceAccount.class)
                                .getAutomountServiceAccountToken())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenToIsAnEmptyDirectoryOfItsOwnOrTheSharedFiles(Service service) {
        List<Volume> volumes = deployment(service).getTemplate().getSpec().getVolumes();
        boolean sharesFiles = SHARING_FILES.contains(service);
        assertThat(volumes)
                .filteredOn(it -> it.getPersistentVolumeClaim() != null)
                .extracting(it -> it.getPersistentVolumeClaim().getClaimName())
                .isEqualTo(sharesFiles ? List.of("holdfast-files") : List.of());
        assertThat(volumes)
                .filteredOn(it -> it.getPersistentVolumeClaim() == null)
                .allSatisfy(it -> {
                    assertThat(it.getEmptyDir()).isNotNull();
                    assertThat(it.getEmptyDir().getSizeLimit()).isNotNull();
                });
        assertThat(container(service).getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(
                        volumes.stream().map(Volume::getName).toList());
        assertThat(container(service).getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .contains("/tmp");
        container(service).getEnv().stream()
                .filter(it -> it.getName().endsWith("_DIR"))
                .forEach(it ->
                        assertThat(container(service).getVolumeMounts())
                                .extracting(VolumeMount::getMountPath)
                                .contains(it.getValue()));
    }

    @ParameterizedTest
    @EnumSource
    void resourcesAreAskedForAndBounded(Service service) {
        var resources = container(service).getResources();
        for (String what : List.of("cpu", "memory")) {
            BigDecimal asked = amount(resources.getRequests(), what);
            assertThat(asked).as(what).isPositive();
            assertThat(amount(resources.getLimits(), what)).as(what).isGreaterThan(asked);
        }
    }

    private static BigDecimal amount(Map<String, Quantity> resources, String what) {
        return Optional.ofNullable(resources.get(what)).orElseThrow().getNumericalAmount();
    }

    @ParameterizedTest
    @EnumSource
    void threeToTwentyReplicasFollowTheLoad(Service service) {
        HorizontalPodAutoscalerSpec spec =
                Manifests.of(service.manifests()).one(HorizontalPodAutoscaler.class).getSpec();
        assertThat(spec.getScaleTargetRef().getKind()).isEqualTo("Deployment");
        assertThat(spec.getScaleTargetRef().getApiVersion()).isEqualTo("apps/v1");
        assertThat(spec.getScaleTargetRef().getName()).isEqualTo(service.id());
        assertThat(spec.getMinReplicas()).isEqualTo(3);
        assertThat(spec.getMaxReplicas()).isEqualTo(20);
        assertThat(spec.getMetrics()).hasSize(1);
        MetricSpec metric = spec.getMetrics().getFirst();
        assertThat(metric.getType()).isEqualTo("Resource");
        assertThat(metric.getResource().getName()).isEqualTo("cpu");
        assertThat(metric.getResource().getTarget().getType()).isEqualTo("Utilization");
        assertThat(metric.getResource().getTarget().getAverageUtilization()).isEqualTo(70);
    }

    @ParameterizedTest
    @EnumSource
    void oneReplicaAtATimeMayBeTakenAway(Service service) {
        var spec = Manifests.of(service.manifests()).one(PodDisruptionBudget.class).getSpec();
        assertThat(spec.getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(spec.getMinAvailable()).isNull();
        assertThat(deployment(service).getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(spec.getSelector().getMatchLabels());
    }

    @ParameterizedTest
    @EnumSource
    void podsChooseThemselvesByWhatNeverChanges(Service service) {
        Map<String, String> selector = deployment(service).getSelector().getMatchLabels();
        assertThat(selector)
                .containsEntry("app.kubernetes.io/name", service.id())
                .doesNotContainKey("app.kubernetes.io/version");
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsReadByTheService(Service service) {
        Set<String> known = service.variables();
        assertThat(container(service).getEnv())
                .extracting(EnvVar::getName)
                .doesNotHaveDuplicates()
                .allSatisfy(it ->
                        assertThat(known.contains(it) || READ_ELSEWHERE.contains(it))
                                .as(it)
                                .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void secretsAreReferencesAndGoToThoseWhoNeedThem(Service service) {
        List<EnvVar> all = container(service).getEnv();
        assertThat(all)
                .filteredOn(it -> SECRET.matcher(it.getName()).matches())
                .allSatisfy(it -> {
                    assertThat(it.getValue()).isNull();
                    assertThat(it.getValueFrom().getSecretKeyRef()).isNotNull();
                });
        assertThat(container(service).getEnvFrom())
                .allSatisfy(it -> assertThat(it.getSecretRef()).isNull());
        assertThat(all)
                .extracting(EnvVar::getName)
                .contains("HOLDFAST_INTERNAL_TOKEN", "HOLDFAST_DB_USER", "HOLDFAST_DB_PASSWORD");
        onlyFor(Service.API_GATEWAY, service, all, "HOLDFAST_CONSOLE_TOKEN");
        onlyFor(Service.EXECUTION_ENGINE, service, all, "HOLDFAST_SECRET_KEY");
        onlyFor(Service.EXECUTION_ENGINE, service, all, "HOLDFAST_CODE_REMOTE_KEY");
        onlyFor(Service.MODEL_SERVICE, service, all, "OPENAI_API_KEY");
    }

    private static void onlyFor(Service owner, Service one, List<EnvVar> all, String variable) {
        assertThat(all.stream().anyMatch(it -> variable.equals(it.getName())))
                .as(variable)
                .isEqualTo(one == owner);
    }

    @ParameterizedTest
    @EnumSource
    void thePodIsGivenTheTimeThatItsEndTakes(Service service) {
        var pod = deployment(service).getTemplate().getSpec();
        long preStop = container(service).getLifecycle().getPreStop().getSleep().getSeconds();
        int drain =
                service.sets("quarkus.shutdown.timeout") ? Kustomization.read().drainSeconds() : 0;
        assertThat(preStop).isPositive();
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(preStop + drain + 10);
    }

    private static int port(Service service) {
        return Integer.parseInt(service.setting("quarkus.http.port"));
    }

    private static DeploymentSpec deployment(Service service) {
        return Manifests.of(service.manifests()).one(Deployment.class).getSpec();
    }

    private static Container container(Service service) {
        return Manifests.of(service.manifests()).container();
    }
}
