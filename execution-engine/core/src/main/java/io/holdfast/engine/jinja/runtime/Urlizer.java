package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.CodePoints;
import io.holdfast.engine.python.Markup;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what looks like an address in escaped text into a link. */
final class Urlizer {

    private static final Pattern WORDS = Pattern.compile("\\s+|\\S+");
    private static final Pattern HTTP =
            Pattern.compile(
                    "(?:https?://|www\\.)(?:[\\w%-]++\\.)*+(?:[a-zA-Z0-9-]++|\\[[\\da-f:]{2,39}])"
                            + "(?::\\d{1,5})?(?:[/?#]\\S*)?"
                            + "|(?:[\\w%-]++\\.)+(?:com|net|int|edu|gov|org|info|mil)"
                            + "(?::\\d{1,5})?(?:[/?#]\\S*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern EMAIL =
            Pattern.compile("\\S+@\\w[\\w.-]*\\.\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final Budget budget;
    private final int limit;
    private final String attributes;
    private final List<String> schemes;

    /**
     * @param limit of the shown address, -1 for none
     */
    Urlizer(Budget budget, int limit, String rel, String target, List<String> schemes) {
        this.budget = budget;
        this.limit = limit;
        this.attributes =
                attribute("rel", rel, budget)
                        + (target.isEmpty() ? "" : attribute("target", target, budget));
        this.schemes = schemes;
    }

    private static String attribute(String name, String value, Budget budget) {
        return " " + name + "=\"" + Markup.escape(value, budget).text() + "\"";
    }

    String urlize(String text) {
        StringBuilder out = new StringBuilder();
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            budget.step();
            String word = words.group();
            String linked = CodePoints.isSpace(word.charAt(0)) ? word : word(word);
            budget.text(linked.length());
            out.append(linked);
        }
        return out.toString();
    }

    private String word(String word) {
        int begin = leading(word);
        int end = begin + trailingStart(word.substring(begin));
        String middle = balance(word, begin, end);
        end = begin + middle.length();
        String linked = link(middle);
        return word.substring(0, begin) + linked + word.substring(end);
    }

    private static int leading(String word) {
        int at = 0;
        while (at < word.length()) {
            if (word.charAt(at) == '(' || word.charAt(at) == '<') {
                at++;
            } else if (word.startsWith("&lt;", at)) {
                at += 4;
            } else {
                break;
            }
        }
        return at;
    }

    private static int trailingStart(String word) {
        int end = word.length();
        while (end > 0) {
            if (").,\n>".indexOf(word.charAt(end - 1)) >= 0) {
                end--;
            } else if (word.startsWith("&gt;", end - 4) && end >= 4) {
                end -= 4;
            } else {
                break;
            }
        }
        return end;
    }

    /** Closing brackets whose opening ones are inside belong to the address. */
    private static String balance(String word, int begin, int end) {
        int to = end;
        for (String[] pair : new String[][] {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}}) {
            int missing =
                    count(word.substring(begin, to), pair[0])
                            - count(word.substring(begin, to), pair[1]);
            String tail = word.substring(to);
            for (int i = Math.min(missing, count(tail, pair[1])); i > 0; i--) {
                to = word.indexOf(pair[1], to) + pair[1].length();
            }
        }
        return word.substring(begin, to);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private String link(String address) {
        if (HTTP.matcher(address).matches()) {
            boolean complete = address.startsWith("http://") || address.startsWith("https://");
            return anchor(complete ? address : "https://" + address, shortened(address));
        }
        if (address.startsWith("mailto:") && isMail(address.substring(7))) {
            return "<a href=\"" + address + "\">" + address.substring(7) + "</a>";
        }
        if (isPlainMail(address)) {
            return "<a href=\"mailto:" + address + "\">" + address + "</a>";
        }
        boolean known = schemes.stream().anyMatch(s -> !address.equals(s) && address.startsWith(s));
        return known ? anchor(address, address) : address;
    }

    private static boolean isPlainMail(String address) {
        return !address.startsWith("www.") && !address.contains(":") && isMail(address);
    }

    private static boolean isMail(String address) {
        return EMAIL.matcher(address).matches();
    }

    private String anchor(String target, String shown) {
        return "<a href=\"" + target + "\"" + attributes + ">" + shown + "</a>";
    }

    private String shortened(String address) {
        return limit >= 0 && CodePoints.length(address) > limit
                ? CodePoints.slice(address, 0, limit) + "..."
                : address;
    }
}
