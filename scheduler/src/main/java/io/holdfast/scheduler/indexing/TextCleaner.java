package io.holdfast.scheduler.indexing;

import io.holdfast.contracts.knowledge.PreProcessingRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what shall not be indexed (knowledge.md 4). */
final class TextCleaner {

    static final String EXTRA_SPACES = "remove_extra_spaces";
    static final String URLS_AND_EMAILS = "remove_urls_emails";

    /** Control characters, and what a byte order mark read in a wrong charset leaves behind. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\u00EF\\u00BF\\u00BE\\uFFFE]");

    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern SPACES =
            Pattern.compile(
                    "[\\t\\f\\r \\u00A0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000]{2,}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+");

    /** An image, whose address stays, or any other address, which goes. */
    private static final Pattern IMAGE_OR_URL =
            Pattern.compile("!\\[[^\\]]*\\]\\((https?://[^)\\s]+)\\)|https?://[^\\s)]+");

    private TextCleaner() {}

    /** The text after what always happens and after the enabled rules, in their order. */
    static String clean(String text, List<PreProcessingRule> rules) {
        String cleaned = text.replace("<|", "<").replace("|>", ">");
        cleaned = UNWANTED.matcher(cleaned).replaceAll("");
        for (PreProcessingRule rule : rules) {
            if (rule.enabled()) {
                cleaned = apply(rule.id(), cleaned);
            }
        }
        return cleaned;
    }

    private static String apply(String rule, String text) {
        return switch (rule) {
            case EXTRA_SPACES -> withoutExtraSpaces(text);
            case URLS_AND_EMAILS -> withoutUrls(EMAIL.matcher(text).replaceAll(""));
            default -> throw new IllegalArgumentException("unknown pre-processing rule: " + rule);
        };
    }

    private static String withoutExtraSpaces(String text) {
        return SPACES.matcher(BLANK_LINES.matcher(text).replaceAll("\n\n")).replaceAll(" ");
    }

    private static String withoutUrls(String text) {
        return IMAGE_OR_URL
                .matcher(text)
                .replaceAll(match ->
                        match.group(1) == null
                                ? ""
                                : Matcher.quoteReplacement("![image](" + match.group(1) + ")"));
    }
}
