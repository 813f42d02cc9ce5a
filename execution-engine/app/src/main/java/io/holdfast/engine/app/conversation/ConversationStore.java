package io.holdfast.engine.app.conversation;

import io.holdfast.contracts.conversation.ConversationView;
import io.holdfast.contracts.conversation.CursorPage;
import io.holdfast.contracts.conversation.MessageView;
import io.holdfast.engine.app.journal.JournalCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads conversations and messages; they are written with the journal of their runs. */
@ApplicationScoped
public class ConversationStore {

    private static final String THREAD =
            """
            select c.id, c.variables,
                (select count(*) from message m
                    where m.conversation_id = c.id and m.answer <> '') as turns
            from conversation c where c.id = $1 and c.app_id = $2 and c.end_user = $3
            """;

    private static final String HISTORY =
            """
            select query, answer from message
            where conversation_id = $1 and id <> $2 and answer <> ''
            order by created_at desc, id desc limit $3
            """;

    private static final String MESSAGES =
            """
            select * from message
            where conversation_id = $1
                and ($2::uuid is null or (created_at, id) <
                    (select f.created_at, f.id from message f where f.id = $2))
            order by created_at desc, id desc limit $3
            """;

    private final Pool pool;
    private final JournalCodec codec;

    public ConversationStore(Pool pool, JournalCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    /** A conversation of one user with one app; empty for anybody else's. */
    public Uni<Optional<ConversationThread>> thread(UUID appId, String user, UUID id) {
        return pool.preparedQuery(THREAD)
                .execute(Tuple.of(id, appId, user))
                .map(rows ->
                        first(
                                rows,
                                row ->
                                        new ConversationThread(
                                                row.getUUID("id"),
                                                row.getInteger("turns"),
                                                codec.decodeObject(row.getString("variables")))));
    }

    /**
     * The newest answered turns of a conversation, oldest first.
     *
     * @param without the message of the turn that is being answered
     */
    public Uni<List<Turn>> history(UUID conversationId, UUID without, int limit) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(conversationId, without, limit))
                .map(rows ->
                        reversed(
                                list(
                                        rows,
                                        row ->
                                                new Turn(
                                                        row.getString("query"),
                                                        row.getString("answer")))));
    }

    /**
     * Conversations of a user, by a cursor (http-api.md 3.2).
     *
     * @param lastId the last conversation of the page before; null for the first page
     */
    public Uni<CursorPage<ConversationView>> conversations(
            UUID appId, String user, @Nullable UUID lastId, int limit, ConversationOrder order) {
        return pool.preparedQuery(order.pageQuery())
                .execute(Tuple.of(appId, user, lastId, limit + 1))
                .map(rows -> page(list(rows, this::conversation), limit));
    }

    /**
     * Messages of a conversation, the newest page first, each page oldest first (http-api.md 3.3).
     *
     * @param firstId the first message of the page before; null for the newest page
     */
    public Uni<CursorPage<MessageView>> messages(
            UUID conversationId, @Nullable UUID firstId, int limit) {
        return pool.preparedQuery(MESSAGES)
                .execute(Tuple.of(conversationId, firstId, limit + 1))
                .map(rows -> page(list(rows, this::message), limit))
                .map(page -> new CursorPage<>(page.limit(), page.hasMore(), reversed(page.data())));
    }

    /** The apps in whose messages a file is. */
    public Uni<List<UUID>> appsOfFile(UUID fileId) {
        return pool.preparedQuery(
                        "select distinct app_id from message where file_ids @> array[$1::uuid]"
                                + " and file_ids <> '{}'")
                .execute(Tuple.of(fileId))
                .map(rows -> list(rows, row -> row.getUUID("app_id")));
    }

    /** The message of a user in an app; empty when it is nobody's or somebody else's. */
    public Uni<Optional<OwnMessage>> message(UUID appId, String user, UUID messageId) {
        return pool.preparedQuery(
                        "select run_id, conversation_id from message"
                                + " where id = $1 and app_id = $2 and end_user = $3")
                .execute(Tuple.of(messageId, appId, user))
                .map(rows ->
                        first(
                                rows,
                                row ->
                                        new OwnMessage(
                                                row.getUUID("run_id"),
                                                row.getUUID("conversation_id"))));
    }

    /** Whether a message belongs to a conversation. */
    public Uni<Boolean> hasMessage(UUID conversationId, UUID messageId) {
        return pool.preparedQuery("select 1 from message where id = $1 and conversation_id = $2")
                .execute(Tuple.of(messageId, conversationId))
                .map(rows -> rows.size() > 0);
    }

    private ConversationView conversation(Row row) {
        return new ConversationView(
                row.getUUID("id"),
                row.getUUID("app_id"),
                row.getString("name"),
                codec.decodeObject(row.getString("inputs")),
                row.getString("introduction"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private MessageView message(Row row) {
        return new MessageView(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getUUID("run_id"),
                codec.decodeObject(row.getString("inputs")),
                row.getString("query"),
                row.getString("answer"),
                row.getString("status"),
                row.getString("error"),
                codec.decodeObjects(row.getString("files")),
                codec.decodeObjects(row.getString("citations")),
                codec.decodeThoughts(row.getString("thoughts")),
                codec.decodeObject(row.getString("usage")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static <T> CursorPage<T> page(List<T> oneMore, int limit) {
        boolean more = oneMore.size() > limit;
        return new CursorPage<>(limit, more, more ? oneMore.subList(0, limit) : oneMore);
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> map) {
        return list(rows, map).stream().findFirst();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
