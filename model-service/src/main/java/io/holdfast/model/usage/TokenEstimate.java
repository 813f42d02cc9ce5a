package io.holdfast.model.usage;

/**
 * A rough count of a text's tokens, piece by piece: four characters of most scripts make one, an
 * ideographic or syllabic character is one. Good for limits, and better than to say zero.
 */
public final class TokenEstimate {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private long wide;
    private long narrow;

    /** Adds a piece of the text. */
    public TokenEstimate add(CharSequence text) {
        var characters = text.codePoints().count();
        var wideOnes = text.codePoints().filter(TokenEstimate::isWide).count();
        wide += wideOnes;
        narrow += characters - wideOnes;
        return this;
    }

    /** The tokens so far. */
    public long tokens() {
        return wide + Math.ceilDiv(narrow, CHARACTERS_PER_TOKEN);
    }

    private static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
