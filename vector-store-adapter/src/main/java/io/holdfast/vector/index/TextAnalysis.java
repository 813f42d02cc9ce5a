package io.holdfast.vector.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * One chain for every language (knowledge.md 12): words of Latin and alike, overlapping pairs of
 * Chinese, Japanese and Korean characters, no dictionary and no stop words.
 */
public final class TextAnalysis {

    private TextAnalysis() {}

    /** For stored text: single characters too, so that a query of one character finds something. */
    static Analyzer forIndex() {
        return new Chain(true);
    }

    /** For queries and keywords: a character alone only where it has no neighbour. */
    public static Analyzer forQuery() {
        return new Chain(false);
    }

    private static final class Chain extends Analyzer {

        private static final int ALL_SCRIPTS =
                CJKBigramFilter.HAN
                        | CJKBigramFilter.HIRAGANA
                        | CJKBigramFilter.KATAKANA
                        | CJKBigramFilter.HANGUL;

        private final boolean unigrams;

        private Chain(boolean unigrams) {
            this.unigrams = unigrams;
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(words));
            tokens = new CJKBigramFilter(tokens, ALL_SCRIPTS, unigrams);
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(tokens));
        }
    }
}
