package io.holdfast.gateway.http;

import java.io.IOException;
import java.nio.file.Path;

/** What is asked of a file before its first byte is taken. */
public interface UploadRules {

    /** A fresh place for the content. Blocking. */
    Path place() throws IOException;

    /**
     * The most bytes that a file of that name may have.
     *
     * @throws DifyException when no file of that name is taken
     */
    long limit(String name);
}
