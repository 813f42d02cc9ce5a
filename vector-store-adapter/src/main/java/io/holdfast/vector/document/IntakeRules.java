package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.vector.failure.KnowledgeException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document may be, and what it makes of its dataset (http-api.md 4.3). */
final class IntakeRules {

    private static final String TEXT_MODEL = "text_model";
    private static final Set<String> OTHER_FORMS = Set.of("hierarchical_model", "qa_model");

    private IntakeRules() {}

    static void check(CreateDocumentRequest request, int longestText) {
        if (request.name() == null || request.name().isBlank()) {
            throw KnowledgeException.invalid("Document name is required.");
        }
        if (request.name().indexOf('\0') >= 0) {
            throw KnowledgeException.invalid("The character U+0000 is not allowed in a name.");
        }
        String text = request.text();
        if (text == null || text.isBlank()) {
            throw KnowledgeException.invalid("Document text is required.");
        }
        if (text.codePointCount(0, text.length()) > longestText) {
            throw KnowledgeException.invalid(
                    String.format(
                            Locale.ROOT, "The text is longer than %d characters.", longestText));
        }
    }

    /** The form of the document, which every document of its dataset has. */
    static String form(@Nullable String asked, @Nullable String ofDataset) {
        String form = asked == null ? TEXT_MODEL : asked;
        if (OTHER_FORMS.contains(form)) {
            throw KnowledgeException.notSupported("doc_form " + form + " is not supported yet.");
        }
        if (!form.equals(TEXT_MODEL)) {
            throw KnowledgeException.invalid("Invalid doc_form.");
        }
        if (ofDataset != null && !ofDataset.equals(form)) {
            throw KnowledgeException.invalid("doc_form is different from the dataset doc_form.");
        }
        return form;
    }

    /** The dataset's technique once the document is in it. */
    static IndexingTechnique technique(
            @Nullable IndexingTechnique asked, @Nullable String ofDataset) {
        if (ofDataset != null) {
            return IndexingTechnique.of(ofDataset);
        }
        if (asked == null) {
            throw KnowledgeException.invalid("indexing_technique is required.");
        }
        return asked;
    }
}
