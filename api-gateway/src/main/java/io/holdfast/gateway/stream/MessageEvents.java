package io.holdfast.gateway.stream;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of a message (http-api.md 2.8, 2.9). */
final class MessageEvents {

    private MessageEvents() {}

    /**
     * The keys that come first.
     *
     * @param ofConversation whether the app has conversations: completion apps have none
     */
    static Fields envelope(String name, RunHandle run, boolean ofConversation) {
        Fields fields = new Fields().put("event", name);
        if (ofConversation) {
            fields.put("conversation_id", run.conversationId());
        }
        return fields.put("message_id", run.messageId()).time("created_at", run.createdAt());
    }

    static Fields event(String name, RunHandle run, boolean ofConversation) {
        return envelope(name, run, ofConversation).put("task_id", run.taskId());
    }

    static Map<String, @Nullable Object> message(
            RunHandle run, String text, @Nullable List<String> selector) {
        return event("message", run, true)
                .put("id", run.messageId())
                .put("answer", text)
                .put("from_variable_selector", selector)
                .map();
    }

    static Map<String, @Nullable Object> thought(RunHandle run, RunEvent.Thought event) {
        return event("agent_thought", run, true).all(Thoughts.view(event)).map();
    }

    static Map<String, @Nullable Object> file(RunHandle run, RunEvent.MessageFile event) {
        return event("message_file", run, true)
                .put("id", event.id())
                .put("type", event.type())
                .put("belongs_to", "assistant")
                .put("url", event.url())
                .map();
    }

    static Map<String, @Nullable Object> replace(
            RunHandle run, boolean ofConversation, String text, String reason) {
        return event("message_replace", run, ofConversation)
                .put("answer", text)
                .put("reason", reason)
                .map();
    }

    static Map<String, @Nullable Object> end(
            RunHandle run,
            boolean ofConversation,
            RunEvent.Finished event,
            @Nullable List<Map<String, @Nullable Object>> files) {
        return event("message_end", run, ofConversation)
                .put("id", run.messageId())
                .put("metadata", Metadata.of(run, event))
                .put("files", files)
                .map();
    }

    static Map<String, @Nullable Object> error(
            RunHandle run, boolean ofConversation, Failure failure) {
        return envelope("error", run, ofConversation).all(failure.keys()).map();
    }
}
