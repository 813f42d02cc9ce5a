package io.holdfast.gateway.http;

import io.smallrye.mutiny.Multi;
import java.nio.file.Path;
import java.util.Map;

/** What a call is answered with. */
public sealed interface Answer {

    /** A JSON body. */
    record Json(int status, Object body) implements Answer {}

    /** 204 without a body. */
    record NoContent() implements Answer {}

    /**
     * An event stream.
     *
     * @param headers more headers of the answer
     * @param frames whole frames of the stream, each with its empty line
     * @param pingFirst whether a ping is the first thing in the stream (http-api.md 2.7)
     */
    record Events(Map<String, String> headers, Multi<String> frames, boolean pingFirst)
            implements Answer {}

    /**
     * A file's content.
     *
     * @param size of the content in bytes
     */
    record Content(Map<String, String> headers, Path content, long size) implements Answer {}

    /** 200 with a JSON body. */
    static Answer ok(Object body) {
        return new Json(200, body);
    }

    /** {@code {"result":"success"}}. */
    static Answer success() {
        return ok(Map.of("result", "success"));
    }
}
