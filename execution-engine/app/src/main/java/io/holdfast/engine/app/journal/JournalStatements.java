package io.holdfast.engine.app.journal;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.platform.lease.MemberLease;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one group of appends writes: a statement for each table, however many runs are in the group.
 * Each can be repeated, for the outcome of a commit may be unknown.
 */
final class JournalStatements {

    private static final String INSERT_RUNS =
            """
            insert into run (id, task_id, tenant_id, app_id, workflow_id, app_mode, end_user,
                end_user_id, conversation_id, message_id, inputs, owner, epoch, created_at,
                traceparent, status)
            select *, 'running' from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[],
                $5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[],
                $11::text[], $12::text[], $13::bigint[], $14::timestamptz[], $15::text[])
                n (id, task_id, tenant_id, app_id, workflow_id, app_mode, end_user, end_user_id,
                    conversation_id, message_id, inputs, owner, epoch, created_at, traceparent)
            where exists (select 1 from lease where lease.name = $16 || n.owner)
            on conflict (id) do nothing
            """;

    private static final String INSERT_CONVERSATIONS =
            """
            insert into conversation (id, tenant_id, app_id, end_user, name, inputs, introduction,
                title_due, created_at, updated_at)
            select id, tenant_id, app_id, end_user, name, inputs, introduction, title_due, at, at
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                $7::text[], $8::boolean[], $9::timestamptz[])
                c (id, tenant_id, app_id, end_user, name, inputs, introduction, title_due, at)
            on conflict (id) do nothing
            """;

    private static final String INSERT_MESSAGES =
            """
            insert into message (id, conversation_id, run_id, app_id, end_user, inputs, query,
                files, file_ids, status, created_at)
            select id, conversation_id, run_id, app_id, end_user, inputs, query, files,
                array(select (f ->> 'related_id')::uuid from json_array_elements(files::json) f
                    where f ->> 'related_id' is not null), 'normal', at
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
                $7::text[], $8::text[], $9::timestamptz[])
                m (id, conversation_id, run_id, app_id, end_user, inputs, query, files, at)
            on conflict (id) do nothing
            """;

    private static final String INSERT_FACTS =
            """
            insert into journal (run_id, seq, type, payload, at)
            select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[])
            on conflict (run_id, seq) do nothing
            """;

    private static final String FINISH_RUNS =
            """
            update run set status = f.status, finished_at = f.at, outputs = f.outputs,
                error = f.error, error_type = f.error_type, total_tokens = f.tokens,
                total_steps = f.steps, exceptions = f.exceptions, elapsed_seconds = f.elapsed
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[],
                $6::text[], $7::bigint[], $8::int[], $9::int[], $10::float8[])
                f (id, status, at, outputs, error, error_type, tokens, steps, exceptions, elapsed)
            where run.id = f.id
            """;

    private static final String FINISH_MESSAGES =
            """
            update message set answer = f.answer, status = f.status, error = f.error,
                citations = f.citations, usage = f.usage, thoughts = f.thoughts
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[])
                f (id, answer, status, error, citations, usage, thoughts)
            where message.id = f.id
            """;

    private static final String TOUCH_CONVERSATIONS =
            """
            update conversation set updated_at = f.at
            from unnest($1::uuid[], $2::timestamptz[]) f (id, at)
            where conversation.id = f.id and conversation.updated_at < f.at
            """;

    private static final String WRITE_VARIABLES =
            """
            update conversation set variables = (variables::jsonb || w.written::jsonb)::text
            from unnest($1::uuid[], $2::text[]) w (id, written)
            where conversation.id = w.id
            """;

    private final SqlConnection connection;
    private final JournalCodec codec;

    JournalStatements(SqlConnection connection, JournalCodec codec) {
        this.connection = connection;
        this.codec = codec;
    }

    /** One fact with its place. */
    private record Fact(UUID runId, int seq, JournalEvent event) {}

    /** The end of one run. */
    private record End(RunStart start, RunEvent.Finished finished) {}

    /**
     * Writes the rows of runs that begin, unless their engine's lease is gone or a run of that id
     * is there: two engines may be asked for the same run.
     */
    Future<?> insertRuns(List<Append> appends) {
        return send(INSERT_RUNS, runs(appends));
    }

    /** Writes all else; the statements go out without waiting for each other. */
    Future<?> write(List<Append> appends) {
        List<NewRun> newRuns = appends.stream().flatMap(a -> stream(a.newRun())).toList();
        List<End> ends =
                appends.stream()
                        .flatMap(a -> stream(a.finished()).map(f -> new End(a.start(), f)))
                        .toList();
        List<Future<?>> sent = new ArrayList<>();
        insertChats(newRuns, sent);
        sent.add(send(INSERT_FACTS, facts(appends)));
        Map<UUID, Map<String, @Nullable Object>> written = ConversationWrites.of(appends);
        if (!written.isEmpty()) {
            sent.add(send(WRITE_VARIABLES, variables(written)));
        }
        sent.addAll(PauseWrites.of(appends).send(connection, codec));
        if (!ends.isEmpty()) {
            sent.add(send(FINISH_RUNS, finishedRuns(ends)));
            finishChats(ends.stream().filter(end -> end.start().isChatLike()).toList(), sent);
        }
        return Future.all(sent);
    }

    private void insertChats(List<NewRun> newRuns, List<Future<?>> sent) {
        List<NewRun> chats = newRuns.stream().filter(run -> run.start().isChatLike()).toList();
        List<NewRun> opening = chats.stream().filter(run -> run.conversation() != null).toList();
        if (!opening.isEmpty()) {
            sent.add(send(INSERT_CONVERSATIONS, conversations(opening)));
        }
        if (!chats.isEmpty()) {
            sent.add(send(INSERT_MESSAGES, messages(chats)));
        }
    }

    private void finishChats(List<End> chats, List<Future<?>> sent) {
        if (!chats.isEmpty()) {
            sent.add(send(FINISH_MESSAGES, finishedMessages(chats)));
            sent.add(send(TOUCH_CONVERSATIONS, touched(chats)));
        }
    }

    private Future<?> send(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private Tuple runs(List<Append> added) {
        return new Columns<>(added)
                .add(UUID[]::new, a -> a.start().runId())
                .add(UUID[]::new, a -> a.start().taskId())
                .add(UUID[]::new, a -> a.start().tenantId())
                .add(UUID[]::new, a -> a.start().appId())
                .add(UUID[]::new, a -> a.start().workflowId())
                .add(String[]::new, a -> a.start().appMode())
                .add(String[]::new, a -> clean(a.start().user()))
                .add(UUID[]::new, a -> a.start().endUserId())
                .add(UUID[]::new, a -> a.start().conversationId())
                .add(UUID[]::new, a -> a.start().messageId())
                .add(String[]::new, a -> codec.encodeValue(a.start().shownInputs()))
                .add(String[]::new, a -> a.key().owner())
                .add(Long[]::new, a -> a.key().epoch())
                .add(OffsetDateTime[]::new, a -> time(a.facts().getFirst().at()))
                .add(String[]::new, a -> traceparent(a.newRun()))
                .tuple()
                .addString(MemberLease.PREFIX);
    }

    private static @Nullable String traceparent(@Nullable NewRun run) {
        return run == null ? null : run.traceparent();
    }

    private Tuple conversations(List<NewRun> opening) {
        return new Columns<>(opening)
                .add(UUID[]::new, run -> run.start().conversationId())
                .add(UUID[]::new, run -> run.start().tenantId())
                .add(UUID[]::new, run -> run.start().appId())
                .add(String[]::new, run -> clean(run.start().user()))
                .add(String[]::new, run -> clean(conversation(run).name()))
                .add(String[]::new, run -> codec.encodeValue(run.start().inputs()))
                .add(String[]::new, run -> clean(conversation(run).introduction()))
                .add(Boolean[]::new, run -> conversation(run).titled())
                .add(OffsetDateTime[]::new, run -> time(run.at()))
                .tuple();
    }

    private static NewRun.NewConversation conversation(NewRun run) {
        if (run.conversation() == null) {
            throw new IllegalStateException("the run opens no conversation");
        }
        return run.conversation();
    }

    private Tuple variables(Map<UUID, Map<String, @Nullable Object>> written) {
        return new Columns<>(List.copyOf(written.entrySet()))
                .add(UUID[]::new, Map.Entry::getKey)
                .add(String[]::new, entry -> codec.encodeValue(entry.getValue()))
                .tuple();
    }

    private Tuple messages(List<NewRun> chats) {
        return new Columns<>(chats)
                .add(UUID[]::new, run -> run.start().messageId())
                .add(UUID[]::new, run -> run.start().conversationId())
                .add(UUID[]::new, run -> run.start().runId())
                .add(UUID[]::new, run -> run.start().appId())
                .add(String[]::new, run -> clean(run.start().user()))
                .add(String[]::new, run -> codec.encodeValue(run.start().inputs()))
                .add(String[]::new, run -> orEmpty(clean(run.start().query())))
                .add(String[]::new, run -> codec.encodeValue(run.start().files()))
                .add(OffsetDateTime[]::new, run -> time(run.at()))
                .tuple();
    }

    private Tuple facts(List<Append> appends) {
        List<Fact> facts = appends.stream().flatMap(JournalStatements::placed).toList();
        return new Columns<>(facts)
                .add(UUID[]::new, Fact::runId)
                .add(Integer[]::new, Fact::seq)
                .add(String[]::new, fact -> fact.event().getClass().getSimpleName())
                .add(String[]::new, fact -> codec.encode(fact.event()))
                .add(OffsetDateTime[]::new, fact -> time(fact.event().at()))
                .tuple();
    }

    private static Stream<Fact> placed(Append append) {
        return IntStream.range(0, append.facts().size())
                .mapToObj(i ->
                        new Fact(
                                append.key().runId(),
                                append.firstSeq() + i,
                                append.facts().get(i)));
    }

    private Tuple finishedRuns(List<End> ends) {
        return new Columns<>(ends)
                .add(UUID[]::new, end -> end.start().runId())
                .add(String[]::new, end -> end.finished().status().wireName())
                .add(OffsetDateTime[]::new, end -> time(end.finished().finishedAt()))
                .add(String[]::new, end -> codec.encodeValue(end.finished().outputs()))
                .add(String[]::new, end -> clean(end.finished().error()))
                .add(String[]::new, end -> end.finished().errorType())
                .add(Long[]::new, end -> end.finished().totalTokens())
                .add(Integer[]::new, end -> end.finished().totalSteps())
                .add(Integer[]::new, end -> end.finished().exceptionsCount())
                .add(Double[]::new, end -> end.finished().elapsedSeconds())
                .tuple();
    }

    private Tuple finishedMessages(List<End> chats) {
        return new Columns<>(chats)
                .add(UUID[]::new, end -> end.start().messageId())
                .add(String[]::new, end -> orEmpty(clean(end.finished().answer())))
                .add(String[]::new, end -> failed(end) ? "error" : "normal")
                .add(String[]::new, end -> failed(end) ? clean(end.finished().error()) : null)
                .add(String[]::new, end -> codec.encodeValue(end.finished().retrieverResources()))
                .add(String[]::new, end -> codec.encodeValue(end.finished().usage()))
                .add(String[]::new, end -> codec.encodeThoughts(end.finished().thoughts()))
                .tuple();
    }

    /** A message that was stopped is a message like any other (http-api.md 2.11). */
    private static boolean failed(End end) {
        return end.finished().status() == RunStatus.FAILED;
    }

    private static Tuple touched(List<End> chats) {
        List<End> inConversations =
                chats.stream().filter(end -> end.start().conversationId() != null).toList();
        return new Columns<>(inConversations)
                .add(UUID[]::new, end -> end.start().conversationId())
                .add(OffsetDateTime[]::new, end -> time(end.finished().finishedAt()))
                .tuple();
    }

    private static <T> Stream<T> stream(@Nullable T value) {
        return Stream.ofNullable(value);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** PostgreSQL's text holds no NUL. */
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
