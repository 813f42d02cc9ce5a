package io.holdfast.engine.node.document;

import io.holdfast.engine.node.StepRequest;
import io.holdfast.engine.value.FileValues;
import java.util.List;

/** Asks for the texts of documents. */
public record DocumentRequest(List<FileValues.Facts> files) implements StepRequest<DocumentReply> {

    public DocumentRequest {
        files = List.copyOf(files);
    }
}
