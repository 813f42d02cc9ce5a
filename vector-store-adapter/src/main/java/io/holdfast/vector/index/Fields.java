package io.holdfast.vector.index;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The fields of a Lucene document and what goes into them. */
final class Fields {

    static final String SEGMENT = "segment";
    static final String DOCUMENT = "document";
    static final String TEXT = "text";
    static final String KEYWORD = "keyword";
    static final String VECTOR = "vector";

    private Fields() {}

    static Document document(UUID documentId, IndexedSegment segment) {
        Document document = new Document();
        document.add(new StringField(SEGMENT, segment.segmentId().toString(), Field.Store.YES));
        document.add(new StringField(DOCUMENT, documentId.toString(), Field.Store.NO));
        document.add(new TextField(TEXT, segment.content(), Field.Store.NO));
        for (String keyword : segment.keywords()) {
            document.add(new StringField(KEYWORD, keyword, Field.Store.NO));
        }
        float[] vector = segment.vector();
        if (vector != null) {
            document.add(
                    new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    static Term document(UUID documentId) {
        return new Term(DOCUMENT, documentId.toString());
    }

    static Query anyOf(String field, Collection<UUID> ids) {
        List<BytesRef> terms = ids.stream().map(id -> new BytesRef(id.toString())).toList();
        return new TermInSetQuery(field, terms);
    }
}
