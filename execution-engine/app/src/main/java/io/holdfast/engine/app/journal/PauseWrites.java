package io.holdfast.engine.app.journal;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.run.JournalEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What pauses write: the forms that are open, the answers that were taken, who needs a driver. */
final class PauseWrites {

    private static final String INSERT_FORMS =
            """
            insert into form (id, token, run_id, app_id, step, content, inputs, actions, defaults,
                expires_at)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[],
                $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
            on conflict (id) do nothing
            """;

    private static final String TAKE_ANSWERS =
            """
            update form set taken = true
            from unnest($1::uuid[], $2::text[]) t (run_id, step)
            where form.run_id = t.run_id and form.step = t.step
            """;

    private static final String SET_STATUS =
            """
            update run set status = s.status from unnest($1::uuid[], $2::text[]) s (id, status)
            where run.id = s.id
            """;

    private static final String PAUSE_MESSAGES =
            """
            update message set answer = p.answer, status = 'paused', citations = p.citations,
                usage = p.usage
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
                p (id, answer, citations, usage)
            where message.id = p.id
            """;

    private final List<OpenForm> opened = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Pause> messages = new ArrayList<>();
    private final Map<UUID, RunStatus> statuses = new LinkedHashMap<>();

    private record OpenForm(RunStart start, RunEvent.Form form) {}

    private record Taken(UUID runId, String step) {}

    private record Pause(RunStart start, RunEvent.Paused paused) {}

    private PauseWrites() {}

    static PauseWrites of(List<Append> appends) {
        PauseWrites writes = new PauseWrites();
        appends.forEach(writes::collect);
        return writes;
    }

    private void collect(Append append) {
        UUID runId = append.key().runId();
        for (JournalEvent fact : append.facts()) {
            switch (fact) {
                case JournalEvent.Paused _ -> statuses.put(runId, RunStatus.PAUSED);
                case JournalEvent.Resumed _ -> statuses.put(runId, RunStatus.RUNNING);
                case JournalEvent.Noted noted when FormAnswer.of(noted.note()).isPresent() ->
                        taken.add(new Taken(runId, noted.nodeId()));
                default -> {
                    // no pause
                }
            }
        }
        RunEvent.Paused paused = append.paused();
        if (paused != null) {
            paused.forms().forEach(form -> opened.add(new OpenForm(append.start(), form)));
            if (append.start().isChatLike()) {
                messages.add(new Pause(append.start(), paused));
            }
        }
    }

    /** Sends what there is to write; most groups have nothing. */
    List<Future<?>> send(SqlConnection connection, JournalCodec codec) {
        List<Future<?>> sent = new ArrayList<>();
        if (!opened.isEmpty()) {
            sent.add(connection.preparedQuery(INSERT_FORMS).execute(forms(codec)));
        }
        if (!taken.isEmpty()) {
            Tuple steps =
                    new Columns<>(taken)
                            .add(UUID[]::new, Taken::runId)
                            .add(String[]::new, Taken::step)
                            .tuple();
            sent.add(connection.preparedQuery(TAKE_ANSWERS).execute(steps));
        }
        if (!statuses.isEmpty()) {
            Tuple changed =
                    new Columns<>(List.copyOf(statuses.entrySet()))
                            .add(UUID[]::new, Map.Entry::getKey)
                            .add(String[]::new, entry -> entry.getValue().wireName())
                            .tuple();
            sent.add(connection.preparedQuery(SET_STATUS).execute(changed));
        }
        if (!messages.isEmpty()) {
            sent.add(connection.preparedQuery(PAUSE_MESSAGES).execute(messages(codec)));
        }
        return sent;
    }

    private Tuple forms(JournalCodec codec) {
        return new Columns<>(opened)
                .add(UUID[]::new, open -> UUID.fromString(open.form().formId()))
                .add(String[]::new, open -> open.form().token())
                .add(UUID[]::new, open -> open.start().runId())
                .add(UUID[]::new, open -> open.start().appId())
                .add(String[]::new, open -> open.form().step())
                .add(String[]::new, open -> open.form().content().replace("\0", ""))
                .add(String[]::new, open -> codec.encodeValue(open.form().inputs()))
                .add(String[]::new, open -> codec.encodeValue(open.form().actions()))
                .add(String[]::new, open -> codec.encodeValue(open.form().defaults()))
                .add(
                        OffsetDateTime[]::new,
                        open -> open.form().expiresAt().atOffset(ZoneOffset.UTC))
                .tuple();
    }

    private Tuple messages(JournalCodec codec) {
        return new Columns<>(messages)
                .add(UUID[]::new, pause -> pause.start().messageId())
                .add(String[]::new, pause -> pause.paused().answer().replace("\0", ""))
                .add(String[]::new, pause -> codec.encodeValue(pause.paused().retrieverResources()))
                .add(String[]::new, pause -> codec.encodeValue(pause.paused().usage()))
                .tuple();
    }
}
