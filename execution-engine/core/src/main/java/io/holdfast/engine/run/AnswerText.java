package io.holdfast.engine.run;

import java.util.ArrayList;
import java.util.List;

/** All text that has been shown, piece by piece, so that a void piece can be taken out again. */
final class AnswerText {

    /** Text that came from one place without a break. */
    private record Piece(List<String> selector, StringBuilder text) {}

    private final List<Piece> pieces = new ArrayList<>();
    private boolean interrupted;

    void append(String text, List<String> selector) {
        if (interrupted || pieces.isEmpty() || !pieces.getLast().selector().equals(selector)) {
            pieces.add(new Piece(selector, new StringBuilder()));
            interrupted = false;
        }
        pieces.getLast().text().append(text);
    }

    /** All pieces are void; this is one that nobody takes out. */
    void become(String text) {
        pieces.clear();
        append(text, List.of());
        interrupted = true;
    }

    /** The next text begins a piece of its own. */
    void interrupt() {
        interrupted = true;
    }

    /** Takes out the last piece if it came from there; tells whether there was such text. */
    boolean removeLast(List<String> selector) {
        if (interrupted || pieces.isEmpty() || !pieces.getLast().selector().equals(selector)) {
            return false;
        }
        return !pieces.removeLast().text().isEmpty();
    }

    String joined() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        return all.toString();
    }
}
