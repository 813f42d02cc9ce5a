package io.holdfast.vector.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    @Test
    void theMostFrequentWordsComeFirst() {
        assertThat(KeywordExtractor.extract("The sea, the ship and the sea", 2))
                .containsExactly("sea", "ship");
        assertThat(KeywordExtractor.extract("知识库和知识图谱", 1)).containsExactly("知识");
        assertThat(KeywordExtractor.extract("the and of", 10)).isEmpty();
    }

    @Test
    void equalSetsAreAlikeAndStrangersAreNot() {
        List<Double> scores =
                KeywordSimilarity.of(
                        List.of("sea", "ship"),
                        List.of(List.of("ship", "sea"), List.of("cat"), List.of()));

        assertThat(scores.get(0)).isCloseTo(1, within(1e-9));
        assertThat(scores.get(1)).isZero();
        assertThat(scores.get(2)).isZero();
    }

    @Test
    void rareWordsWeighMoreAndUnknownOnesNothing() {
        List<Double> scores =
                KeywordSimilarity.of(
                        List.of("rare", "usual", "unknown"),
                        List.of(
                                List.of("rare", "x"),
                                List.of("usual", "y"),
                                List.of("usual", "z")));

        // idf of rare = ln(4/2)+1, of usual = ln(4/3)+1, of x, y and z as of rare.
        double rare = Math.log(2) + 1;
        double usual = Math.log(4.0 / 3) + 1;
        double query = Math.hypot(rare, usual);
        assertThat(scores.get(0))
                .isCloseTo(rare * rare / (query * Math.hypot(rare, rare)), within(1e-9));
        assertThat(scores.get(1))
                .isCloseTo(usual * usual / (query * Math.hypot(usual, rare)), within(1e-9));
        assertThat(scores.get(0)).isGreaterThan(scores.get(1));
    }
}
