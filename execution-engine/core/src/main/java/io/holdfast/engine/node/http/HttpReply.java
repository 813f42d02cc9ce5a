package io.holdfast.engine.node.http;

import java.util.Map;

/** What became of a request. */
public sealed interface HttpReply {

    /**
     * A response came, of whatever status, and its body is text.
     *
     * @param headers by lower-case name, repeated ones joined by {@code ", "}
     */
    record Answered(int status, Map<String, String> headers, String body) implements HttpReply {}

    /**
     * No response, or none that can be taken.
     *
     * @param errorType as dsl.md 3.7 names it
     */
    record Failed(String errorType, String message) implements HttpReply {

        /** The transport failed, or the response cannot be taken for a cause without a name. */
        public static Failed of(String message) {
            return new Failed("HttpRequestNodeError", message);
        }
    }
}
