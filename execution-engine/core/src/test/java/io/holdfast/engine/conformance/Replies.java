package io.holdfast.engine.conformance;

import io.holdfast.engine.node.code.CodeReply;
import io.holdfast.engine.node.http.HttpReply;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.run.RunStory;
import io.holdfast.engine.value.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the outside world says, in few words. */
final class Replies {

    private Replies() {}

    /** What code returned, in JSON with single quotes. */
    static CodeReply returned(String json) {
        return new CodeReply.Returned(JsonReader.read(json.replace('\'', '"')));
    }

    static CodeReply raised(String message) {
        return new CodeReply.Failed(message);
    }

    static ModelReply said(String text) {
        return new ModelReply(List.of(), text, "", "stop", Map.of(), Optional.empty());
    }

    static HttpReply status(int status, String body) {
        return new HttpReply.Answered(status, Map.of(), body);
    }

    /** The text of the first message that a model is sent. */
    static String prompt(RunStory story, String node) {
        return ((ModelRequest) story.asks(node)).messages().getFirst().text();
    }
}
