package io.holdfast.vector.keyword;

import java.util.Set;

/** Words that say nothing about what a text is about. */
final class StopWords {

    private static final Set<String> ENGLISH =
            Set.of(
                    ("a an and are as at be been but by can could did do does for from had has have"
                                    + " he her his how i if in into is it its me my no not of on or"
                                    + " our she should so such than that the their them then there"
                                    + " these they this those to was we were what when where which"
                                    + " who whom why will with would you your")
                            .split(" "));

    /** Characters that bind others: a pair with one of them is rarely a word. */
    private static final String CHINESE = "的了是在和与及或就也都而着之其将被把对从向以于为吗呢吧啊这那我你他她它们";

    private StopWords() {}

    static boolean contains(String word) {
        return ENGLISH.contains(word) || word.chars().anyMatch(c -> CHINESE.indexOf(c) >= 0);
    }
}
