package io.holdfast.scheduler.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.knowledge.PreProcessingRule;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of knowledge.md 4 and 5, and its test list 14.1 and 14.2. */
class SegmenterTest {

    private static ProcessRule custom(@Nullable String separator, int size, int overlap) {
        return new ProcessRule("custom", List.of(), new Segmentation(separator, size, overlap));
    }

    private static List<String> split(String text, ProcessRule rule) {
        return Segmenter.split(text, rule).stream().map(Chunk::content).toList();
    }

    private static String clean(String text, String... rules) {
        List<PreProcessingRule> enabled =
                List.of(rules).stream().map(rule -> new PreProcessingRule(rule, true)).toList();
        return Segmenter.clean(text, new ProcessRule("custom", enabled, null));
    }

    @Test
    void shortPartsAreNotJoined() {
        assertThat(split("one\ntwo\n\nthree", custom("\\n", 50, 0)))
                .containsExactly("one", "two", "three");
    }

    @Test
    void theSeparatorIsANewlineByDefaultAndMayBeEscaped() {
        assertThat(split("a\nb", custom(null, 50, 0))).containsExactly("a", "b");
        assertThat(split("a\tb", custom("\\t", 50, 0))).containsExactly("a", "b");
        assertThat(split("a。b", custom("\\u3002", 50, 0))).containsExactly("a", "b");
        assertThat(split("a###b", custom("###", 50, 0))).containsExactly("a", "b");
    }

    @Test
    void aPartOfExactlyTheSizeStaysWhole() {
        String fifty = "x".repeat(50);
        assertThat(split(fifty, custom("\\n", 50, 0))).containsExactly(fifty);
        assertThat(split(fifty + "y", custom("\\n", 50, 0))).containsExactly(fifty, "y");
    }

    @Test
    void aLongWordIsCutIntoWindowsThatOverlap() {
        String word = "0123456789".repeat(12);

        assertThat(split(word, custom("\\n", 50, 10)))
                .containsExactly(
                        word.substring(0, 50), word.substring(40, 90), word.substring(80, 120));
    }

    @Test
    void emojiCountAsOneCharacter() {
        String smiles = "😀".repeat(60);

        List<Chunk> chunks = Segmenter.split(smiles, custom("\\n", 50, 0));

        assertThat(chunks).extracting(Chunk::length).containsExactly(50, 10);
    }

    @Test
    void sentencesAreJoinedUpToTheSizeAndOverlap() {
        String text = "Aaaaaaaaaaaaaaaaaaa. Bbbbbbbbbbbbbbbbbbb. Ccccccccccccccccccc. Dddd";

        assertThat(split(text, custom("###", 50, 22)))
                .containsExactly(
                        "Aaaaaaaaaaaaaaaaaaa. Bbbbbbbbbbbbbbbbbbb.",
                        "Bbbbbbbbbbbbbbbbbbb. Ccccccccccccccccccc. Dddd");
        assertThat(split(text, custom("###", 50, 0)))
                .containsExactly(
                        "Aaaaaaaaaaaaaaaaaaa. Bbbbbbbbbbbbbbbbbbb.", "Ccccccccccccccccccc. Dddd");
    }

    @Test
    void chineseIsCutAtItsFullStop() {
        String first = "知".repeat(30) + "。";
        String second = "识".repeat(30) + "。";

        assertThat(split(first + second, custom("###", 50, 0))).containsExactly(first, second);
    }

    @Test
    void automaticTakesBlankLinesFirstAndFiveHundredCharacters() {
        String paragraph = "word ".repeat(70).strip() + ".";
        List<String> chunks =
                split(paragraph + "\n\n" + paragraph + "\n\nshort", ProcessRule.automatic());

        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0)).isEqualTo(paragraph);
        assertThat(chunks.get(1)).isEqualTo(paragraph + "\n\nshort");
        assertThat(split("word ".repeat(400), ProcessRule.automatic()))
                .allSatisfy(chunk -> assertThat(chunk.length()).isBetween(20, 500))
                .hasSizeGreaterThan(4);
    }

    @Test
    void leadingPunctuationGoesButLinksAndHyphensStay() {
        assertThat(split("。、 知识", custom("###", 50, 0))).containsExactly("知识");
        assertThat(split("## Title", custom("###", 50, 0))).containsExactly("Title");
        assertThat(split("[a](http://b)", custom("###", 50, 0))).containsExactly("[a](http://b)");
        assertThat(split("- item", custom("###", 50, 0))).containsExactly("- item");
    }

    @Test
    void blankPartsGiveNoChunkAndPositionsHaveNoHoles() {
        List<Chunk> chunks = Segmenter.split("a\n \n...\nb", custom("\\n", 50, 0));

        assertThat(chunks).extracting(Chunk::content).containsExactly("a", "b");
        assertThat(chunks).extracting(Chunk::position).containsExactly(1, 2);
    }

    @Test
    void theHashIsOfTheTextAndTheWordNone() throws Exception {
        byte[] expected =
                MessageDigest.getInstance("SHA-256")
                        .digest("helloNone".getBytes(StandardCharsets.UTF_8));

        assertThat(Segmenter.split("hello", custom("\\n", 50, 0)).getFirst().hash())
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void anOverlapLargerThanTheSizeIsRefused() {
        assertThatThrownBy(() -> Segmenter.split("text", custom("\\n", 50, 51)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void theSameTextGivesTheSameChunks() {
        String text = "A sentence of some length. ".repeat(200) + "\n" + "漢字".repeat(900);

        assertThat(Segmenter.split(text, custom("\\n", 120, 30)))
                .isEqualTo(Segmenter.split(text, custom("\\n", 120, 30)));
    }

    @Test
    void whatAlwaysGoesGoes() {
        assertThat(clean("<|im|> a\u0000b\u001Fc\uFFFEd ¿naïve¾")).isEqualTo("<im> abcd nave");
        assertThat(clean("tab\tand\nline")).isEqualTo("tab\tand\nline");
    }

    @Test
    void extraSpacesAndLinesGoWhenAsked() {
        assertThat(clean("a\n\n\n\nb  c\t\td e", "remove_extra_spaces")).isEqualTo("a\n\nb c d e");
        assertThat(clean("a   b")).isEqualTo("a   b");
    }

    @Test
    void urlsAndAddressesGoButImagesStay() {
        assertThat(
                        clean(
                                "see http://a.b/c?d=e now, me@x.org ![cat](http://i.mg/cat.png)",
                                "remove_urls_emails"))
                .isEqualTo("see  now,  ![image](http://i.mg/cat.png)");
    }

    @Test
    void automaticCleansSpacesAndKeepsUrls() {
        assertThat(Segmenter.clean("a   http://b.c", ProcessRule.automatic()))
                .isEqualTo("a http://b.c");
    }
}
