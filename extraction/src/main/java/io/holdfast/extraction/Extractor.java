package io.holdfast.extraction;

import java.io.IOException;

/** Gets the text out of one kind of document. */
@FunctionalInterface
interface Extractor {

    /**
     * The text.
     *
     * @throws IOException when the content is not what it should be
     */
    String extract(byte[] content) throws IOException;
}
