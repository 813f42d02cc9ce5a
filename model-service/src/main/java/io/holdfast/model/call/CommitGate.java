package io.holdfast.model.call;

import io.holdfast.model.protocol.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an attempt's pieces back until one carries something of the answer. Until then the caller
 * has seen nothing, so that another attempt may take over unnoticed.
 */
final class CommitGate {

    private final List<Piece> held = new ArrayList<>();
    private boolean committed;

    boolean committed() {
        return committed;
    }

    /** A new attempt begins: what an earlier one left is void. */
    void reset() {
        held.clear();
    }

    /** What may pass with this piece. */
    List<Piece> admit(Piece piece) {
        if (committed) {
            return List.of(piece);
        }
        held.add(piece);
        if (!piece.begins()) {
            return List.of();
        }
        return release();
    }

    /** What is held when the attempt is complete; it may pass then. */
    List<Piece> release() {
        committed = true;
        var pieces = List.copyOf(held);
        held.clear();
        return pieces;
    }
}
