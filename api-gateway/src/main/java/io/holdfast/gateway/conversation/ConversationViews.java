package io.holdfast.gateway.conversation;

import io.holdfast.contracts.conversation.ConversationView;
import io.holdfast.contracts.conversation.MessageView;
import io.holdfast.gateway.file.UploadedFiles;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.stream.Thoughts;
import io.holdfast.platform.id.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations and messages on the wire (http-api.md 3.2, 3.3). */
final class ConversationViews {

    private static final String NO_PARENT = "00000000-0000-0000-0000-000000000000";

    private ConversationViews() {}

    static Map<String, @Nullable Object> conversation(ConversationView view) {
        return new Fields()
                .put("id", view.id())
                .put("name", view.name())
                .put("inputs", view.inputs())
                .put("status", "normal")
                .put("introduction", view.introduction())
                .time("created_at", view.createdAt())
                .time("updated_at", view.updatedAt())
                .map();
    }

    static Map<String, @Nullable Object> message(MessageView view, Ids ids, UploadedFiles uploads) {
        return new Fields()
                .put("id", view.id())
                .put("conversation_id", view.conversationId())
                .put("parent_message_id", NO_PARENT)
                .put("inputs", view.inputs())
                .put("query", view.query())
                .put("answer", view.answer())
                .put("feedback", null)
                .put("retriever_resources", citations(view, ids))
                .put("agent_thoughts", thoughts(view))
                .put("message_files", files(view, uploads))
                .put("status", view.status())
                .put("error", view.error())
                .put("extra_contents", List.of())
                .time("created_at", view.createdAt())
                .map();
    }

    private static List<Map<String, @Nullable Object>> thoughts(MessageView view) {
        return view.thoughts().stream()
                .map(thought ->
                        new Fields()
                                .put("id", thought.id())
                                .put("chain_id", null)
                                .put("message_id", view.id())
                                .put("position", thought.position())
                                .put("thought", thought.thought())
                                .put("tool", String.join(";", thought.tools()))
                                .put("tool_labels", Thoughts.labels(thought))
                                .put("tool_input", thought.toolInput())
                                .time("created_at", thought.at())
                                .put("observation", thought.observation())
                                .put("files", List.of())
                                .map())
                .toList();
    }

    private static List<Map<String, @Nullable Object>> files(
            MessageView view, UploadedFiles uploads) {
        return view.files().stream()
                .map(file ->
                        new Fields()
                                .put("id", file.get("related_id"))
                                .put("filename", file.get("filename"))
                                .put("type", file.get("type"))
                                .put("url", uploads.urlOf(file))
                                .put("mime_type", file.get("mime_type"))
                                .put("size", file.get("size"))
                                .put("transfer_method", file.get("transfer_method"))
                                .put("belongs_to", "user")
                                .put("upload_file_id", file.get("related_id"))
                                .map())
                .toList();
    }

    /** Each with an id that is new in every answer, as there (http-api.md 3.3). */
    private static List<Map<String, @Nullable Object>> citations(MessageView view, Ids ids) {
        return view.retrieverResources().stream()
                .map(item ->
                        new Fields()
                                .put("id", ids.next())
                                .put("message_id", view.id())
                                .all(item)
                                .time("created_at", view.createdAt())
                                .map())
                .toList();
    }
}
