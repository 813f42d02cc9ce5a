package io.holdfast.engine.dsl.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a DSL file. Suffixes such as {@code 0.6.0rc1} are read and do not count.
 *
 * @param major 0 for all files so far
 */
public record DslVersion(int major, int minor, int patch) implements Comparable<DslVersion> {

    /** The newest version whose files are known (dsl.md 1.8). */
    public static final DslVersion CURRENT = new DslVersion(0, 6, 0);

    private static final Pattern FORM =
            Pattern.compile(
                    "v?([0-9]{1,6})(?:\\.([0-9]{1,6}))?(?:\\.([0-9]{1,6}))?(?:\\.[0-9]{1,6}){0,9}"
                            + "(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|dev)"
                            + "[-_.]?[0-9]{0,6}){0,3}(?:\\+[a-z0-9.]{1,40})?",
                    Pattern.CASE_INSENSITIVE);

    /** The version that a text names; empty when it names none. */
    public static Optional<DslVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DslVersion(part(matcher, 1), part(matcher, 2), part(matcher, 3)));
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(DslVersion other) {
        int order = Integer.compare(major, other.major);
        if (order == 0) {
            order = Integer.compare(minor, other.minor);
        }
        return order == 0 ? Integer.compare(patch, other.patch) : order;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
