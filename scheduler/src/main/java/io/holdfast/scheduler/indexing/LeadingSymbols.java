package io.holdfast.scheduler.indexing;

import java.util.regex.Pattern;

/** Punctuation at the beginning of a chunk, which Dify takes away (knowledge.md 5). */
final class LeadingSymbols {

    /** General, supplemental and CJK punctuation, and ASCII's without brackets and the hyphen. */
    private static final Pattern SYMBOLS =
            Pattern.compile("^[\\u2000-\\u206F\\u2E00-\\u2E7F\\u3000-\\u303F!-,./:-@^_`~]+");

    private static final Pattern MARKDOWN_LINK = Pattern.compile("^!?\\[[^\\]]*\\]\\(");

    private LeadingSymbols() {}

    static String remove(String text) {
        return MARKDOWN_LINK.matcher(text).lookingAt()
                ? text
                : SYMBOLS.matcher(text).replaceFirst("");
    }
}
