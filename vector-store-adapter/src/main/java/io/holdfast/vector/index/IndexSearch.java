package io.holdfast.vector.index;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/** Something to find out of an index. */
@FunctionalInterface
public interface IndexSearch<T> {

    /** Looks into one unchanging view of the index. */
    T run(IndexSearcher searcher) throws IOException;
}
