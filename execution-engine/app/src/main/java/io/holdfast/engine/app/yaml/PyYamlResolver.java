package io.holdfast.engine.app.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Which plain scalars are no texts, as the YAML 1.1 of PyYAML has it ({@code 1e3} is a text). */
final class PyYamlResolver extends Resolver {

    static final Pattern TRUE = Pattern.compile("yes|Yes|YES|true|True|TRUE|on|On|ON");
    static final Pattern FALSE = Pattern.compile("no|No|NO|false|False|FALSE|off|Off|OFF");

    private static final Pattern BOOLEAN =
            Pattern.compile("^(?:" + TRUE.pattern() + "|" + FALSE.pattern() + ")$");
    private static final Pattern DECIMAL =
            Pattern.compile(
                    "^(?:[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
                            + "|[-+]?\\.(?:inf|Inf|INF)"
                            + "|\\.(?:nan|NaN|NAN))$");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "^(?:[-+]?0b[0-1_]+"
                            + "|[-+]?0[0-7_]+"
                            + "|[-+]?(?:0|[1-9][0-9_]*)"
                            + "|[-+]?0x[0-9a-fA-F_]+"
                            + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$");
    private static final Pattern MERGED = Pattern.compile("^(?:<<)$");
    private static final Pattern NOTHING = Pattern.compile("^(?:~|null|Null|NULL| |)$");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOLEAN, "yYnNtTfFoO");
        addImplicitResolver(Tag.FLOAT, DECIMAL, "-+0123456789.");
        addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
        addImplicitResolver(Tag.MERGE, MERGED, "<");
        addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
}
