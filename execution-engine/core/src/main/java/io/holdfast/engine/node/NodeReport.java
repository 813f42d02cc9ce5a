package io.holdfast.engine.node;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node that works tells the followers of its run. */
public sealed interface NodeReport {

    /**
     * An entry of a log; told again with the same id when it has changed (http-api.md 2.10, {@code
     * agent_log}).
     *
     * @param id unique within the node
     * @param parentId the entry that this one is a part of
     * @param status {@code start}, {@code success} or {@code error}
     */
    record Log(
            String id,
            String label,
            @Nullable String parentId,
            @Nullable String error,
            String status,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> metadata)
            implements NodeReport {}

    /**
     * A file that a tool made for an assistant (http-api.md 2.9, {@code message_file}).
     *
     * @param type one of dsl.md 2.5
     */
    record MessageFile(String id, String type, String url) implements NodeReport {}

    /** A form was filled (http-api.md 2.10, {@code human_input_form_filled}). */
    record FormFilled(
            String renderedContent,
            String actionId,
            String actionText,
            Map<String, @Nullable Object> submitted)
            implements NodeReport {}

    /**
     * Nobody filled a form in time (http-api.md 2.10, {@code human_input_form_timeout}).
     *
     * @param expiredAt in seconds since the epoch
     */
    record FormExpired(long expiredAt) implements NodeReport {}

    /**
     * A thought of an assistant; told again with the same position when it has grown (http-api.md
     * 2.9, {@code agent_thought}).
     *
     * @param position from 1
     * @param tools the names of the tools that it wants used, in order
     * @param toolInput the arguments by tool, as JSON text; empty without tools
     * @param observation what the tools said by tool, as JSON text; empty as long as they have not
     */
    record Thought(
            int position,
            String thought,
            List<String> tools,
            Map<String, String> labels,
            String toolInput,
            String observation)
            implements NodeReport {

        public Thought {
            tools = List.copyOf(tools);
            labels = Map.copyOf(labels);
        }
    }
}
