package io.holdfast.engine.app.tool.providers;

import io.holdfast.engine.app.tool.ToolConfig;
import io.holdfast.engine.app.yaml.DslYaml;
import io.holdfast.engine.app.yaml.YamlSyntaxException;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file in which the operator says which providers and extensions of apps are which servers. It
 * is read at the start; a file that is not understood stops the start.
 *
 * @param folder where it lies: other files are named from there
 */
public record ProvidersFile(Path folder, List<NodeData> providers, List<NodeData> extensions) {

    private static final String USUAL = "tools.yaml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** Finds variables of the environment. */
    @FunctionalInterface
    public interface Environment {

        @Nullable String get(String name);
    }

    /**
     * Reads the file.
     *
     * @return empty when there is none and none is asked for
     * @throws IllegalStateException when it cannot be understood; names the place
     */
    public static Optional<ProvidersFile> find(ToolConfig config, Environment environment) {
        Path name = Path.of(config.providersFile());
        Optional<Path> found =
                Stream.concat(
                                config.home().stream().map(home -> Path.of(home).resolve(name)),
                                Stream.of(name.toAbsolutePath()))
                        .filter(Files::isRegularFile)
                        .findFirst();
        if (found.isEmpty() && !config.providersFile().equals(USUAL)) {
            throw new IllegalStateException(
                    "holdfast.tool.providers-file names " + name + ", which is not there");
        }
        return found.map(file -> read(file, environment));
    }

    private static ProvidersFile read(Path path, Environment environment) {
        try {
            String text = filled(Files.readString(path), path, environment);
            if (!(DslYaml.read(text) instanceof Map<?, ?> root)) {
                throw new IllegalStateException(path + " must be a mapping with providers");
            }
            Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
            NodeData file = NodeData.of(Values.asMap(root));
            return new ProvidersFile(
                    folder, file.children("providers"), file.children("extensions"));
        } catch (IOException | YamlSyntaxException | NodeDataException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    private static String filled(String text, Path file, Environment environment) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            String value = environment.get(matcher.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        file + " needs the environment variable " + matcher.group(1));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
