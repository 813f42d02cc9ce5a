package io.holdfast.engine.app.egress;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/** A response was longer than allowed; what came until then can still tell its kind. */
public final class ResponseTooLargeException extends OutboundException {
    private static final long serialVersionUID = 1L;
    private static final int BEGINNING = 1024;

    private final transient Map<String, List<String>> headers;
    private final transient Buffer beginning;
    private final long size;

    ResponseTooLargeException(Map<String, List<String>> headers, Buffer received, long most) {
        super("The response is longer than " + most + " bytes");
        this.headers = headers;
        this.beginning = received.getBuffer(0, Math.min(BEGINNING, received.length()));
        this.size = Math.max(declared(headers), received.length());
    }

    /** A compressed length says nothing about the body, but then it is the smaller one. */
    private static long declared(Map<String, List<String>> headers) {
        String text = headers.getOrDefault("content-length", List.of("")).getFirst();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Headers of the response by lower-case name. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first bytes of the body, at most 1024. */
    public Buffer beginning() {
        return beginning;
    }

    /** Bytes that the server announced, else those that had come. */
    public long size() {
        return size;
    }
}
