package io.holdfast.vector.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The Lucene index of one dataset. It knows how many of the dataset's changes it has taken in; a
 * commit stores that number with the data, so that after a crash it goes on from there.
 */
final class DatasetIndex implements AutoCloseable {

    private static final String APPLIED = "holdfast.applied";
    private static final String LAYOUT = "holdfast.layout";
    private static final String LAYOUT_VERSION = "1";
    private static final double WRITE_BUFFER_MIB = 32;

    static {
        // The loader looks from Lucene's class loader first, which may not see ours.
        KnnVectorsFormat.reloadKnnVectorsFormat(WideHnswFormat.class.getClassLoader());
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long applied;

    private DatasetIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.applied = readApplied(writer);
    }

    /**
     * Opens the index in a directory, empty when there is none.
     *
     * @throws IOException when it cannot be read; the caller throws it away then
     */
    static DatasetIndex open(Path path) throws IOException {
        Directory directory = FSDirectory.open(path);
        try {
            return new DatasetIndex(directory, new IndexWriter(directory, settings()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig settings() {
        IndexWriterConfig config = new IndexWriterConfig(TextAnalysis.forIndex());
        config.setRAMBufferSizeMB(WRITE_BUFFER_MIB);
        config.setCommitOnClose(false);
        config.setCodec(new WideCodec());
        return config;
    }

    private static long readApplied(IndexWriter writer) throws IOException {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return 0;
        }
        long applied = 0;
        for (Map.Entry<String, String> entry : data) {
            if (entry.getKey().equals(LAYOUT) && !entry.getValue().equals(LAYOUT_VERSION)) {
                throw new IOException("index has layout " + entry.getValue());
            }
            if (entry.getKey().equals(APPLIED)) {
                applied = Long.parseLong(entry.getValue());
            }
        }
        return applied;
    }

    /** The number of the last change that a commit holds; 0 for an empty index. */
    long applied() {
        return applied;
    }

    /** Makes the index hold exactly these segments of the document. */
    void replace(UUID documentId, List<IndexedSegment> segments) throws IOException {
        List<Document> documents =
                segments.stream().map(segment -> Fields.document(documentId, segment)).toList();
        writer.updateDocuments(Fields.document(documentId), documents);
    }

    /** Forgets the document, if it is there. */
    void remove(UUID documentId) throws IOException {
        writer.deleteDocuments(Fields.document(documentId));
    }

    /** Makes all since the last commit durable and visible, as the state after a change. */
    void commit(long change) throws IOException {
        writer.setLiveCommitData(
                Map.of(APPLIED, Long.toString(change), LAYOUT, LAYOUT_VERSION).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
        applied = change;
    }

    /** Runs a search on the newest commit. */
    <T> T search(IndexSearch<T> search) throws IOException {
        var searcher = searchers.acquire();
        try {
            return search.run(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }

    /** The standard codec, whose per-field format is told to use the wide vectors. */
    private static final class WideCodec extends Lucene104Codec {

        private final KnnVectorsFormat wide = new WideHnswFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return wide;
        }
    }
}
