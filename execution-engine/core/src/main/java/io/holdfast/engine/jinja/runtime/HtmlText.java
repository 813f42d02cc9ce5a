package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.CodePoints;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML without its tags; knows the entities in common use, not all of HTML 5. */
final class HtmlText {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}\\d?));?");

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00a0"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("hellip", "…"),
                    Map.entry("mdash", "—"),
                    Map.entry("ndash", "–"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"),
                    Map.entry("bull", "•"),
                    Map.entry("middot", "·"),
                    Map.entry("deg", "°"),
                    Map.entry("sect", "§"),
                    Map.entry("para", "¶"),
                    Map.entry("times", "×"),
                    Map.entry("divide", "÷"),
                    Map.entry("plusmn", "±"),
                    Map.entry("euro", "€"),
                    Map.entry("pound", "£"),
                    Map.entry("yen", "¥"),
                    Map.entry("cent", "¢"),
                    Map.entry("larr", "←"),
                    Map.entry("rarr", "→"),
                    Map.entry("szlig", "ß"),
                    Map.entry("auml", "ä"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("eacute", "é"),
                    Map.entry("egrave", "è"),
                    Map.entry("agrave", "à"),
                    Map.entry("ccedil", "ç"),
                    Map.entry("ntilde", "ñ"));

    private HtmlText() {}

    static String strip(String html, Budget budget) {
        budget.text(html.length());
        String text = without(without(html, "<!--", "-->"), "<", ">");
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int c : text.codePoints().toArray()) {
            boolean space = CodePoints.isSpace(c);
            if (!space) {
                out.append(gap && !out.isEmpty() ? " " : "").appendCodePoint(c);
            }
            gap = space;
        }
        return unescape(out.toString());
    }

    private static String without(String text, String begin, String end) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, from)) {
            int stop = text.indexOf(end, at + begin.length());
            if (stop < 0) {
                break;
            }
            out.append(text, from, at);
            from = stop + end.length();
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String unescape(String text) {
        Matcher entity = ENTITY.matcher(text);
        return entity.replaceAll(found -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(Matcher entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int code =
                entity.group(1) != null
                        ? Integer.parseInt(entity.group(1))
                        : Integer.parseInt(entity.group(2), 16);
        boolean character =
                code != 0 && code <= Character.MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
        return character ? Character.toString(code) : "\ufffd";
    }
}
