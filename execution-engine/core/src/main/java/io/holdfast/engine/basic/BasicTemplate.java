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
        return withoutTokens(rendered.toString());
    }

    // By hand: a pattern looks for an end from each beginning on.
    private static String withoutTokens(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        int end = -1;
        int line = -1;
        int from = 0;
        for (int at = text.indexOf("<|"); at >= 0; at = text.indexOf("<|", at)) {
            end = end < at + 2 ? text.indexOf("|>", at + 2) : end;
            if (end < 0) {
                break;
            }
            line = line < at ? lineEnd(text, at) : line;
            if (end < line) {
                rest.append(text, from, at);
                from = end + 2;
                at = from;
            } else {
                at++;
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String defused(String value) {
        return NAME.matcher(value).replaceAll("{$1}");
    }
}
