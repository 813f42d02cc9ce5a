package io.holdfast.engine.basic;

import io.holdfast.engine.value.ValueText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with <code>{{name}}</code> (dsl.md 5.1). Unknown names stay; values cannot bring names of
 * their own in; special tokens of models are removed.
 */
record BasicTemplate(String text) {

    private static final Pattern NAME =
            Pattern.compile(
                    "\\{\\{([a-zA-Z_][a-zA-Z0-9_]{0,29}|#histories#|#query#|#context#)\\}\\}");
    private static final Pattern TOKEN = Pattern.compile("<\\|.*?\\|>");

    boolean mentions(String special) {
        return text.contains("{{" + special + "}}");
    }

    String render(Map<String, @Nullable Object> values) {
        StringBuilder rendered = new StringBuilder();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            String value =
                    values.containsKey(name)
                            ? defused(ValueText.text(values.get(name)))
                            : matcher.group();
            matcher.appendReplacement(rendered, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(rendered);
        return TOKEN.matcher(rendered).replaceAll("");
    }

    private static String defused(String value) {
        return NAME.matcher(value).replaceAll("{$1}");
    }
}
