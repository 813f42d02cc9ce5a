package io.holdfast.it.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** {@code k8s/base/kustomization.yaml}, the fields that it uses. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<String> resources,
        List<ConfigMapGenerator> configMapGenerator) {

    record ConfigMapGenerator(String name, List<String> envs) {}

    static Path folder() {
        return Service.root().resolve("k8s/base");
    }

    static Kustomization read() {
        var documents = StrictYaml.documents(folder().resolve("kustomization.yaml"));
        if (documents.size() != 1) {
            throw new IllegalStateException(documents.size() + " kustomizations in one file");
        }
        return StrictYaml.as(documents.getFirst(), Kustomization.class);
    }

    /** What the generated ConfigMap will hold. */
    Map<String, String> settings() {
        Properties all = new Properties();
        for (String file : configMapGenerator.getFirst().envs()) {
            try (Reader reader = Files.newBufferedReader(folder().resolve(file))) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, all::getProperty));
    }

    int drainSeconds() {
        String drain = settings().getOrDefault("HOLDFAST_DRAIN", "");
        return Math.toIntExact(Duration.parse("PT" + drain).toSeconds());
    }
}
