package io.holdfast.scheduler.indexing;

import io.holdfast.contracts.knowledge.PreProcessingRule;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns a document's text into chunks. The same text and rule always give the same chunks: a job
 * that goes on after a crash relies on it.
 */
public final class Segmenter {

    private static final int AUTOMATIC_SIZE = 500;
    private static final int AUTOMATIC_OVERLAP = 50;
    private static final List<PreProcessingRule> AUTOMATIC_RULES =
            List.of(
                    new PreProcessingRule(TextCleaner.EXTRA_SPACES, true),
                    new PreProcessingRule(TextCleaner.URLS_AND_EMAILS, false));

    private Segmenter() {}

    /**
     * The text without what the rule takes away.
     *
     * @throws IllegalArgumentException for a rule that does not exist
     */
    public static String clean(String text, ProcessRule rule) {
        List<PreProcessingRule> rules = rule.preProcessingRules();
        boolean own = !isAutomatic(rule) && rules != null;
        return TextCleaner.clean(text, own && rules != null ? rules : AUTOMATIC_RULES);
    }

    /**
     * The chunks of a cleaned text, in order, none of them blank.
     *
     * @throws IllegalArgumentException for a rule that cannot be followed
     */
    public static List<Chunk> split(String cleaned, ProcessRule rule) {
        List<Chunk> chunks = new ArrayList<>();
        for (String piece : pieces(cleaned, rule)) {
            String content = CodePoints.strip(LeadingSymbols.remove(piece));
            if (!content.isEmpty()) {
                int position = chunks.size() + 1;
                chunks.add(new Chunk(position, content, hash(piece), CodePoints.length(content)));
            }
        }
        return chunks;
    }

    private static List<String> pieces(String text, ProcessRule rule) {
        if (isAutomatic(rule)) {
            return new RecursiveSplitter(AUTOMATIC_SIZE, AUTOMATIC_OVERLAP).split(text);
        }
        Segmentation segmentation = rule.segmentation();
        if (segmentation == null || segmentation.maxTokens() == null) {
            throw new IllegalArgumentException("Process rule segmentation is required");
        }
        int overlap = segmentation.chunkOverlap() == null ? 0 : segmentation.chunkOverlap();
        String separator = segmentation.separator() == null ? "\n" : segmentation.separator();
        return fixed(text, SeparatorText.unescape(separator), segmentation.maxTokens(), overlap);
    }

    /** The separator is dropped; short neighbours are not joined (knowledge.md 5). */
    private static List<String> fixed(String text, String separator, int size, int overlap) {
        RecursiveSplitter splitter = new RecursiveSplitter(size, overlap);
        List<String> pieces = new ArrayList<>();
        List<String> parts =
                separator.isEmpty()
                        ? List.of(text)
                        : Pattern.compile(separator, Pattern.LITERAL).splitAsStream(text).toList();
        for (String part : parts) {
            if (CodePoints.length(part) > size) {
                pieces.addAll(splitter.split(part));
            } else {
                pieces.add(part);
            }
        }
        return pieces;
    }

    private static boolean isAutomatic(ProcessRule rule) {
        return rule.mode().equals("automatic");
    }

    /** Dify appends the word None to the text before it hashes it. */
    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((text + "None").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
