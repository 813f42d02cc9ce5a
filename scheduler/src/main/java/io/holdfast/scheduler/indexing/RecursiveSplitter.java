package io.holdfast.scheduler.indexing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a text at the strongest separator that it has, and what is still too long at the next weaker
 * one (knowledge.md 5).
 */
final class RecursiveSplitter {

    /** Blank line, ideographic full stop, full stop, space; single characters come last. */
    private static final List<String> SEPARATORS = List.of("\n\n", "。", ". ", " ");

    private final int size;
    private final int overlap;

    /**
     * @param size most characters of a piece
     * @param overlap characters that neighbours share at most
     * @throws IllegalArgumentException when the overlap is larger than the size
     */
    RecursiveSplitter(int size, int overlap) {
        if (overlap > size) {
            throw new IllegalArgumentException(
                    "chunk_overlap (" + overlap + ") is larger than the chunk size (" + size + ")");
        }
        this.size = size;
        this.overlap = overlap;
    }

    List<String> split(String text) {
        return split(text, SEPARATORS);
    }

    private List<String> split(String text, List<String> separators) {
        for (int i = 0; i < separators.size(); i++) {
            if (text.contains(separators.get(i))) {
                return splitAt(
                        text, separators.get(i), separators.subList(i + 1, separators.size()));
            }
        }
        return windows(text);
    }

    private List<String> splitAt(String text, String separator, List<String> weaker) {
        List<String> chunks = new ArrayList<>();
        List<String> small = new ArrayList<>();
        for (String piece : pieces(text, separator)) {
            if (CodePoints.length(piece) < size) {
                small.add(piece);
            } else {
                merge(small, chunks);
                small.clear();
                chunks.addAll(split(piece, weaker));
            }
        }
        merge(small, chunks);
        return chunks;
    }

    /** The separator stays at the end of the piece to its left. */
    private static List<String> pieces(String text, String separator) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            addPiece(text, from, at, separator, pieces);
            from = at + separator.length();
        }
        addPiece(text, from, text.length(), "", pieces);
        return pieces;
    }

    private static void addPiece(
            String text, int from, int to, String separator, List<String> pieces) {
        if (to > from) {
            pieces.add(text.substring(from, to) + separator);
        }
    }

    /** Joins neighbours as long as they fit; the end of a chunk is the beginning of the next. */
    private void merge(List<String> pieces, List<String> chunks) {
        Deque<String> window = new ArrayDeque<>();
        int total = 0;
        for (String piece : pieces) {
            int length = CodePoints.length(piece);
            if (total + length > size && !window.isEmpty()) {
                emit(window, chunks);
                while (total > overlap || (total > 0 && total + length > size)) {
                    total -= CodePoints.length(window.removeFirst());
                }
            }
            window.addLast(piece);
            total += length;
        }
        if (!window.isEmpty()) {
            emit(window, chunks);
        }
    }

    private static void emit(Deque<String> window, List<String> chunks) {
        String chunk = CodePoints.strip(String.join("", window));
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
    }

    /** No separator helps: pieces of exactly the size that overlap by exactly the overlap. */
    private List<String> windows(String text) {
        int[] points = text.codePoints().toArray();
        int step = Math.max(1, size - overlap);
        List<String> chunks = new ArrayList<>();
        for (int from = 0; from < points.length; from += step) {
            int to = Math.min(points.length, from + size);
            chunks.add(new String(points, from, to - from));
            if (to == points.length) {
                break;
            }
        }
        return chunks;
    }
}
