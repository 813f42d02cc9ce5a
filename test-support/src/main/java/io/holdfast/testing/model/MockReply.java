package io.holdfast.testing.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the mock does with one request. */
public sealed interface MockReply {

    /**
     * Answers with text, token by token when a stream was asked for.
     *
     * @param tokens the pieces of the text, one chunk each
     * @param firstToken wait before the first token
     * @param eachToken wait before each later token
     * @param withUsage whether token counts are reported
     */
    record Tokens(List<String> tokens, Duration firstToken, Duration eachToken, boolean withUsage)
            implements MockReply {

        public Tokens {
            tokens = List.copyOf(tokens);
        }

        /** The same answer, slower. */
        public Tokens paced(Duration first, Duration each) {
            return new Tokens(tokens, first, each, withUsage);
        }

        /** The same answer from a server that reports no token counts. */
        public Tokens withoutUsage() {
            return new Tokens(tokens, firstToken, eachToken, false);
        }
    }

    /**
     * Answers with these chunks as they are, then {@code [DONE]}; for tool calls and dialects.
     *
     * @param chunks JSON of each chunk
     */
    record Chunks(List<String> chunks) implements MockReply {
        public Chunks {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * Answers with a status and a body.
     *
     * @param headers extra response headers, such as {@code Retry-After}
     */
    record Status(int status, String body, Map<String, String> headers) implements MockReply {
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** What would be answered without a script; takes a place in one. */
    record Usual() implements MockReply {}

    /** Takes the request and never answers. */
    record Never() implements MockReply {}

    /** Closes the connection without an answer. */
    record Hangup() implements MockReply {}

    /**
     * Streams some tokens, then breaks the connection or, when {@code silent}, falls silent.
     *
     * @param tokens what is sent before it breaks
     */
    record Half(List<String> tokens, boolean silent) implements MockReply {
        public Half {
            tokens = List.copyOf(tokens);
        }
    }

    /** The text at once, a word a token, with usage. */
    static Tokens text(String text) {
        return new Tokens(words(text), Duration.ZERO, Duration.ZERO, true);
    }

    /**
     * A wish for a tool, its arguments in two pieces, as models stream it.
     *
     * @param text what is said before; may be empty
     * @param arguments JSON text
     */
    static Chunks toolCall(String text, String id, String name, String arguments) {
        return MockChat.toolCall(text, id, name, arguments);
    }

    /** An error as OpenAI words it. */
    static Status error(int status, String message) {
        var body =
                "{\"error\":{\"message\":\""
                        + message
                        + "\",\"type\":\"mock_error\",\"param\":null,\"code\":null}}";
        return new Status(status, body, Map.of());
    }

    /** 429 with a {@code Retry-After} of so many seconds, or none when null. */
    static Status tooMany(@Nullable Integer retryAfterSeconds) {
        var refusal = error(429, "slow down");
        return retryAfterSeconds == null
                ? refusal
                : new Status(
                        429, refusal.body(), Map.of("Retry-After", retryAfterSeconds.toString()));
    }

    private static List<String> words(String text) {
        return List.of(text.split("(?<= )", -1));
    }
}
