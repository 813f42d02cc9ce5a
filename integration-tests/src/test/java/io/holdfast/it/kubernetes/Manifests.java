package io.holdfast.it.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The resources of a file, read strictly. */
record Manifests(List<HasMetadata> all) {

    private static final Map<String, Class<? extends HasMetadata>> TYPES =
            Map.of(
                    "v1/Namespace", Namespace.class,
                    "v1/ServiceAccount", ServiceAccount.class,
                    "v1/Service", io.fabric8.kubernetes.api.model.Service.class,
                    "apps/v1/Deployment", Deployment.class,
                    "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
                    "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    static Manifests of(Path file) {
        return new Manifests(StrictYaml.documents(file).stream().map(Manifests::resource).toList());
    }

    /** The only resource of a type. */
    <T extends HasMetadata> T one(Class<T> type) {
        List<T> found = all.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + type.getSimpleName());
        }
        return found.getFirst();
    }

    /** The Deployment's only container. */
    Container container() {
        List<Container> all =
                one(Deployment.class).getSpec().getTemplate().getSpec().getContainers();
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " containers");
        }
        return all.getFirst();
    }

    static HasMetadata resource(JsonNode document) {
        String type = document.path("apiVersion").asText() + '/' + document.path("kind").asText();
        Class<? extends HasMetadata> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("Nothing here is of type " + type);
        }
        return StrictYaml.as(document, known);
    }
}
