package io.holdfast.engine.app.conversation;

import java.util.Optional;

/** How conversations may be sorted (http-api.md 3.2). */
public enum ConversationOrder {
    CREATED_ASCENDING("created_at", "created_at", true),
    CREATED_DESCENDING("-created_at", "created_at", false),
    UPDATED_ASCENDING("updated_at", "updated_at", true),
    UPDATED_DESCENDING("-updated_at", "updated_at", false);

    private final String wireName;
    private final String column;
    private final boolean ascending;

    ConversationOrder(String wireName, String column, boolean ascending) {
        this.wireName = wireName;
        this.column = column;
        this.ascending = ascending;
    }

    /** The order of a name; empty when none has it. */
    public static Optional<ConversationOrder> of(String wireName) {
        for (ConversationOrder order : values()) {
            if (order.wireName.equals(wireName)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Parameters: app, user, id of the last row or null, limit. */
    String pageQuery() {
        String direction = ascending ? "asc" : "desc";
        String after = ascending ? ">" : "<";
        return """
        select * from conversation
        where app_id = $1 and end_user = $2
            and ($3::uuid is null or (%1$s, id) %2$s
                (select l.%1$s, l.id from conversation l where l.id = $3))
        order by %1$s %3$s, id %3$s limit $4
        """
                .formatted(column, after, direction);
    }
}
