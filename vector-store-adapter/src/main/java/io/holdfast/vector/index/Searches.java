package io.holdfast.vector.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** The ways of asking an index (knowledge.md 7.2). */
public final class Searches {

    /** A graph search that looks for few only misses some (knowledge.md 11.4). */
    private static final int LEAST_SEARCH_WIDTH = 50;

    private static final int WIDTH_FACTOR = 10;

    private static final Analyzer QUERY_ANALYZER = TextAnalysis.forQuery();

    private Searches() {}

    /**
     * The nearest segments by cosine.
     *
     * @param vector of length one
     */
    public static IndexSearch<List<Hit>> nearest(float[] vector, int limit, DocumentScope scope) {
        int width = Math.max(WIDTH_FACTOR * limit, LEAST_SEARCH_WIDTH);
        return searcher -> {
            Query query = new KnnFloatVectorQuery(Fields.VECTOR, vector, width, filter(scope));
            return cosines(top(searcher, query, limit));
        };
    }

    /** The cosine of each of these segments; those without a vector are missing. */
    public static IndexSearch<List<Hit>> cosines(float[] vector, Collection<UUID> segments) {
        return searcher -> {
            if (segments.isEmpty()) {
                return List.of();
            }
            Query these = Fields.anyOf(Fields.SEGMENT, segments);
            int all = segments.size();
            return cosines(
                    top(searcher, new KnnFloatVectorQuery(Fields.VECTOR, vector, all, these), all));
        };
    }

    /** The best segments by BM25 over the query's words. */
    public static IndexSearch<List<Hit>> text(String query, int limit, DocumentScope scope) {
        return searcher -> {
            Query words = new QueryBuilder(QUERY_ANALYZER).createBooleanQuery(Fields.TEXT, query);
            return words == null ? List.of() : top(searcher, within(words, scope), limit);
        };
    }

    /** The segments that have the most of these keywords. */
    public static IndexSearch<List<Hit>> keywords(
            Set<String> keywords, int limit, DocumentScope scope) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String keyword : keywords) {
            Query has = new TermQuery(new Term(Fields.KEYWORD, keyword));
            any.add(new ConstantScoreQuery(has), Occur.SHOULD);
        }
        return searcher -> top(searcher, within(any.build(), scope), limit);
    }

    private static Query within(Query query, DocumentScope scope) {
        Query filter = filter(scope);
        if (filter == null) {
            return query;
        }
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
    }

    private static @Nullable Query filter(DocumentScope scope) {
        return scope.only() == null ? null : Fields.anyOf(Fields.DOCUMENT, scope.only());
    }

    private static List<Hit> top(IndexSearcher searcher, Query query, int limit)
            throws IOException {
        if (limit <= 0) {
            return List.of();
        }
        ScoreDoc[] found = searcher.search(query, limit).scoreDocs;
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>(found.length);
        for (ScoreDoc doc : found) {
            String id = stored.document(doc.doc, Set.of(Fields.SEGMENT)).get(Fields.SEGMENT);
            hits.add(new Hit(UUID.fromString(id), doc.score));
        }
        return hits;
    }

    /** Lucene's score of a dot product is (1 + cosine) / 2. */
    private static List<Hit> cosines(List<Hit> scored) {
        return scored.stream().map(hit -> new Hit(hit.segmentId(), 2 * hit.score() - 1)).toList();
    }
}
