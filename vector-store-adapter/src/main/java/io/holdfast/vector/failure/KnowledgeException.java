package io.holdfast.vector.failure;

import io.holdfast.platform.error.HoldfastException;
import java.io.Serial;

/** A request that is answered with an error of the contract. */
public final class KnowledgeException extends HoldfastException {

    @Serial private static final long serialVersionUID = 1L;

    private KnowledgeException(int status, String code, String message) {
        super(status, code, message);
    }

    /** A value that Dify refuses with {@code invalid_param}. */
    public static KnowledgeException invalid(String message) {
        return new KnowledgeException(400, "invalid_param", message);
    }

    /** Something that is not built yet. */
    public static KnowledgeException notSupported(String message) {
        return new KnowledgeException(400, "not_supported", message);
    }

    public static KnowledgeException badRequest(String code, String message) {
        return new KnowledgeException(400, code, message);
    }

    public static KnowledgeException conflict(String code, String message) {
        return new KnowledgeException(409, code, message);
    }

    public static KnowledgeException datasetNotFound() {
        return new KnowledgeException(404, "dataset_not_found", "Dataset not found.");
    }

    public static KnowledgeException documentNotFound() {
        return new KnowledgeException(404, "document_not_found", "Document not found.");
    }

    public static KnowledgeException documentsNotFound() {
        return new KnowledgeException(404, "documents_not_found", "Documents not found.");
    }

    /** Something that is needed cannot be had now; asking again may help. */
    public static KnowledgeException unavailable(String code, String message) {
        return new KnowledgeException(503, code, message);
    }
}
