package io.holdfast.vector.index;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Lucene's own vector format for more than its 1024 dimensions: today's embedding models have up to
 * 4096. It has a name of its own, so that an index finds it again when it is opened.
 */
public final class WideHnswFormat extends KnnVectorsFormat {

    static final int MAX_DIMENSIONS = 4096;
    private static final String NAME = "HoldfastWideHnsw";

    private final KnnVectorsFormat delegate = new Lucene99HnswVectorsFormat();

    /** Called by Lucene's service loader. */
    public WideHnswFormat() {
        super(NAME);
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return delegate.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return delegate.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String fieldName) {
        return MAX_DIMENSIONS;
    }
}
