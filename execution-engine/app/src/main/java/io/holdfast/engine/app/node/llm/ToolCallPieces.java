package io.holdfast.engine.app.node.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts together the tool calls of a streamed answer: each has an index, the first piece of it an id
 * and a name, and its arguments come in pieces.
 */
final class ToolCallPieces {

    private final Map<Integer, Call> calls = new TreeMap<>();
    private int last = -1;

    private static final class Call {
        private String id = "";
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    /** Takes one element of {@code delta.tool_calls}; some servers leave the index out. */
    void add(JsonNode piece) {
        String id = piece.path("id").asText("");
        boolean another = last < 0 || (!id.isEmpty() && !id.equals(call(last).id));
        int index = piece.path("index").asInt(another ? last + 1 : last);
        last = index;
        Call call = call(index);
        if (!id.isEmpty()) {
            call.id = id;
        }
        call.name.append(piece.path("function").path("name").asText(""));
        JsonNode arguments = piece.path("function").path("arguments");
        call.arguments.append(arguments.isObject() ? arguments.toString() : arguments.asText(""));
    }

    private Call call(int index) {
        return calls.computeIfAbsent(index, _ -> new Call());
    }

    /** All calls in their order; one without an id gets one by its place. */
    List<ToolCall> whole() {
        List<ToolCall> whole = new ArrayList<>();
        for (Call call : calls.values()) {
            String id = call.id.isEmpty() ? "call_" + (whole.size() + 1) : call.id;
            whole.add(new ToolCall(id, call.name.toString(), call.arguments.toString()));
        }
        return whole;
    }
}
