package io.holdfast.engine.node.document;

import java.util.List;

/** The texts of documents, or why there are none. */
public sealed interface DocumentReply {

    /** One text for each document, in their order. */
    record Texts(List<String> texts) implements DocumentReply {

        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A document has no text that could be had; the message is for the app's author. */
    record Failed(String message) implements DocumentReply {}
}
