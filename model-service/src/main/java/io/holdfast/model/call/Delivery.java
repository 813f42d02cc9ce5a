package io.holdfast.model.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.CallReport;
import io.holdfast.model.protocol.Piece;

/** What a caller gets of a model call: parts of the answer, then the account of it, once. */
public sealed interface Delivery {

    /** A part of the answer. */
    record Part(Piece piece) implements Delivery {}

    /**
     * How the call was served.
     *
     * @param usage the protocol's own {@code usage} object, with the upstream's details
     */
    record Account(CallReport report, ObjectNode usage) implements Delivery {}
}
