package io.holdfast.vector.keyword;

import io.holdfast.vector.index.TextAnalysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words that a text has most of. Chinese, Japanese and Korean are taken by pairs of characters:
 * no dictionary is needed, and equality with Dify's own keywords is no promise (knowledge.md 12).
 */
public final class KeywordExtractor {

    private static final Analyzer ANALYZER = TextAnalysis.forQuery();

    private KeywordExtractor() {}

    /**
     * At most so many keywords, the most frequent first, those that came first before others.
     *
     * @param most at least 0
     */
    public static List<String> extract(String text, int most) {
        return counts(text).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue, Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = term.toString();
                if (!StopWords.contains(word)) {
                    counts.merge(word, 1, Integer::sum);
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string", e);
        }
        return counts;
    }
}
