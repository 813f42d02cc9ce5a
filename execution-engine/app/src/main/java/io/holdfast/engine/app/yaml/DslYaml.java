package io.holdfast.engine.app.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text form of DSL files. Files come from anywhere: size, depth and aliases are limited. */
public final class DslYaml {

    /** The largest file in bytes of UTF-8 (dsl.md 1.10). */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ALIASES = 1000;
    private static final int LINE_WIDTH = 80;

    private DslYaml() {}

    /**
     * Reads one document.
     *
     * @return maps, lists, {@code Long} or {@code BigInteger}, {@code Double}, booleans, texts and
     *     null; dates stay texts; of equal keys the last counts
     * @throws YamlSyntaxException when the text is no YAML, too large, nested too deep or holds
     *     tags of other types
     */
    public static @Nullable Object read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new YamlSyntaxException("File size exceeds the limit of 10MB", null);
        }
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(true);
            options.setMaxAliasesForCollections(MAX_ALIASES);
            options.setNestingDepthLimit(MAX_DEPTH);
            options.setCodePointLimit(MAX_BYTES);
            var parser = new ParserImpl(new StreamReader(withoutMark(text)), options);
            Node root = new Composer(parser, new PyYamlResolver(), options).getSingleNode();
            return root == null ? null : new NodeValues().value(root);
        } catch (MarkedYAMLException e) {
            throw new YamlSyntaxException("Invalid YAML: " + describe(e), e);
        } catch (YAMLException e) {
            throw new YamlSyntaxException("Invalid YAML: " + e.getMessage(), e);
        }
    }

    /** Writes a document in the layout that Dify's exports have. */
    public static String write(Map<String, @Nullable Object> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(LINE_WIDTH);
        options.setSplitLines(true);
        options.setDereferenceAliases(true);
        return new Yaml(options).dump(tree);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String describe(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        String where =
                mark == null
                        ? ""
                        : " (line "
                                + (mark.getLine() + 1)
                                + ", column "
                                + (mark.getColumn() + 1)
                                + ")";
        return e.getProblem() + where;
    }
}
