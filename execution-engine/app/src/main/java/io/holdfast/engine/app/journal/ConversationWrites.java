package io.holdfast.engine.app.journal;

import io.holdfast.engine.node.VariableUpdate;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversation variables that facts write (dsl.md 2.9): at once, however the run may end. */
final class ConversationWrites {

    private ConversationWrites() {}

    /** The newest value of each variable by its name, for each conversation. */
    static Map<UUID, Map<String, @Nullable Object>> of(List<Append> appends) {
        Map<UUID, Map<String, @Nullable Object>> written = new LinkedHashMap<>();
        for (Append append : appends) {
            UUID conversation = append.start().conversationId();
            if (conversation != null) {
                append.facts().forEach(fact -> collect(fact, conversation, written));
            }
        }
        return written;
    }

    private static void collect(
            JournalEvent fact,
            UUID conversation,
            Map<UUID, Map<String, @Nullable Object>> written) {
        if (fact instanceof JournalEvent.Completed completed) {
            for (VariableUpdate update : completed.outcome().updates()) {
                Selector target = update.selector();
                if (target.owner().equals(Selector.CONVERSATION)) {
                    written.computeIfAbsent(conversation, _ -> new LinkedHashMap<>())
                            .put(target.name(), clean(update.value()));
                }
            }
        }
    }

    /** PostgreSQL's JSON holds no NUL. */
    private static @Nullable Object clean(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replace("\0", "");
            case List<?> list -> {
                List<@Nullable Object> cleaned = new ArrayList<>();
                list.forEach(item -> cleaned.add(clean(item)));
                yield cleaned;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> cleaned = new LinkedHashMap<>();
                map.forEach((key, item) ->
                        cleaned.put(String.valueOf(key).replace("\0", ""), clean(item)));
                yield cleaned;
            }
            case null -> null;
            default -> value;
        };
    }
}
