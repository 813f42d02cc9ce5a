package io.holdfast.it.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the five as its sources tell of it. */
enum Service {
    API_GATEWAY("api-gateway", "api-gateway"),
    EXECUTION_ENGINE("execution-engine", "execution-engine/app"),
    MODEL_SERVICE("model-service", "model-service"),
    SCHEDULER("scheduler", "scheduler"),
    VECTOR_STORE_ADAPTER("vector-store-adapter", "vector-store-adapter");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern KEY =
            Pattern.compile("^ {4}[A-Za-z][\\w.<>, ]* (\\w+)\\(\\);$", Pattern.MULTILINE);

    private final String id;
    private final String module;

    Service(String id, String module) {
        this.id = id;
        this.module = module;
    }

    String id() {
        return id;
    }

    /** The manifests that are checked in. */
    Path manifests() {
        return root().resolve("k8s/base").resolve(id + ".yaml");
    }

    /** The manifests that the build wrote. */
    Path built() {
        return root().resolve(module).resolve("target/kubernetes/kubernetes.yml");
    }

    Path dockerfile(String kind) {
        return root().resolve(module).resolve("src/main/docker/Dockerfile." + kind);
    }

    /** A setting of its application.properties. */
    String setting(String key) {
        String value = properties().getProperty(key);
        if (value == null) {
            throw new IllegalStateException(id + " does not set " + key);
        }
        return value;
    }

    boolean sets(String key) {
        return properties().containsKey(key);
    }

    /** The environment variables that it reads: references of its settings, and mapped keys. */
    Set<String> variables() {
        Set<String> known = new HashSet<>();
        for (String at : List.of(module, "platform")) {
            Path main = root().resolve(at).resolve("src/main");
            try (Stream<Path> files = Files.walk(main)) {
                files.filter(Service::isConfiguration)
                        .map(Service::text)
                        .forEach(text -> known.addAll(variables(text)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    static Path root() {
        return Path.of(System.getProperty("holdfast.root", ".."));
    }

    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("Config.java") || name.endsWith(".properties");
    }

    private static Set<String> variables(String text) {
        Set<String> known = new HashSet<>();
        REFERENCE.matcher(text).results().forEach(found -> known.add(found.group(1)));
        PREFIX.matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(prefix -> known.addAll(mapped(prefix, text)));
        return known;
    }

    private static List<String> mapped(String prefix, String text) {
        return KEY.matcher(text).results().map(found -> variable(prefix, found)).toList();
    }

    private static String variable(String prefix, MatchResult key) {
        String kebab = key.group(1).replaceAll("([A-Z])", "-$1");
        return (prefix + '.' + kebab).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private Properties properties() {
        Path file = root().resolve(module).resolve("src/main/resources/application.properties");
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
