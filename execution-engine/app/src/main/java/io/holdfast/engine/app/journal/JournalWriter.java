package io.holdfast.engine.app.journal;

import io.holdfast.platform.lease.MemberLease;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journals of all runs of this engine in groups: while one group is being committed the
 * next one gathers, so a commit is shared by all that came in meanwhile. A group is fenced by the
 * lease of the engine, whose row stays locked until the commit: whoever takes the engine's runs
 * over removes that row first, and then nothing of this engine can be written any more.
 */
final class JournalWriter implements Journal {

    private static final Logger LOGGER = Logger.getLogger(JournalWriter.class);
    private static final int LARGEST_GROUP = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final String FENCE =
            "select name from lease where name = any($1::text[]) for share";

    private static final String VALID_RUNS =
            """
            select run.id from run
            join unnest($1::uuid[], $2::text[], $3::bigint[]) k (id, owner, epoch)
                on run.id = k.id and run.owner = k.owner and run.epoch = k.epoch
            """;

    /** A run that was accepted under another task is not the one that was meant to begin. */
    private static final String BEGUN_RUNS =
            """
            select run.task_id from run
            join unnest($1::uuid[], $2::uuid[]) k (id, task_id)
                on run.id = k.id and run.task_id = k.task_id
            """;

    private final Pool pool;
    private final JournalCodec codec;
    private final RunNotices notices;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closed;

    /** An append that somebody waits for. */
    private record Pending(@Nullable Append content, CompletableFuture<Void> done) {

        /** Brings nothing; only lets a writer that waits for work see that it is closed. */
        private static final Pending WAKE_UP = new Pending(null, new CompletableFuture<>());

        boolean isWakeUp() {
            return content == null;
        }

        Append append() {
            return Objects.requireNonNull(content);
        }
    }

    JournalWriter(Pool pool, JournalCodec codec, RunNotices notices) {
        this.pool = pool;
        this.codec = codec;
        this.notices = notices;
        this.writer = Thread.ofVirtual().name("journal-writer").unstarted(this::run);
    }

    void start() {
        writer.start();
    }

    /**
     * Stops when what waits is written: to cut a commit off would leave a client in doubt whether
     * its run was accepted.
     */
    void close() throws InterruptedException {
        closed = true;
        queue.add(Pending.WAKE_UP);
        writer.join(TIMEOUT);
        writer.interrupt();
        failAll(List.copyOf(queue), new LeaseLostException("the engine is shutting down"));
    }

    @Override
    public CompletionStage<Void> append(Append append) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.add(new Pending(append, done));
        return done;
    }

    private void run() {
        List<Pending> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                group.removeIf(Pending::isWakeUp);
                commit(group);
            } catch (InterruptedException _) {
                failAll(group, new LeaseLostException("the engine is shutting down"));
                return;
            }
            group.clear();
        }
    }

    /** Tries until the group is durable or refused; a database that is away is waited for. */
    private void commit(List<Pending> group) throws InterruptedException {
        List<Pending> waiting = new ArrayList<>(group);
        while (!waiting.isEmpty()) {
            try {
                Set<Pending> refused = write(waiting);
                failAll(refused, new LeaseLostException("another engine owns the run"));
                waiting.removeAll(refused);
                waiting.forEach(pending -> pending.done().complete(null));
                return;
            } catch (CompletionException | TimeoutException e) {
                if (isRefusedForGood(e)) {
                    commitApart(waiting, e);
                    return;
                }
                LOGGER.warnf("The journal cannot be written, will try again: %s", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    /** One run whose values the database does not take must not hold up the others. */
    private void commitApart(List<Pending> group, Exception refusal) throws InterruptedException {
        if (group.size() == 1) {
            LOGGER.errorf("A run cannot be journaled: %s", refusal.getMessage());
            failAll(group, new IllegalStateException("the run cannot be journaled", refusal));
            return;
        }
        for (Pending pending : group) {
            commit(List.of(pending));
        }
    }

    /** Classes 22 and 23 of SQLSTATE: data and constraints; to try again would not help. */
    private static boolean isRefusedForGood(Exception failure) {
        return failure.getCause() instanceof PgException refusal
                ? refusal.getSqlState() != null
                        && (refusal.getSqlState().startsWith("22")
                                || refusal.getSqlState().startsWith("23"))
                : failure.getCause() instanceof IllegalStateException;
    }

    private Set<Pending> write(List<Pending> group) throws InterruptedException, TimeoutException {
        SqlConnection connection = await(pool.getConnection());
        Transaction transaction = null;
        try {
            transaction = await(connection.begin());
            Set<Pending> refused = refused(connection, group);
            List<Append> valid =
                    group.stream()
                            .filter(pending -> !refused.contains(pending))
                            .map(Pending::append)
                            .toList();
            if (!valid.isEmpty()) {
                CompletionStage<Void> noticed = notices.append(connection, valid);
                await(statements(connection, valid));
                await(Future.fromCompletionStage(noticed));
            }
            await(transaction.commit());
            transaction = null;
            return refused;
        } finally {
            if (transaction == null) {
                connection.close();
            } else {
                transaction.rollback().onComplete(_ -> connection.close());
            }
        }
    }

    private Future<?> statements(SqlConnection connection, List<Append> valid) {
        try {
            return new JournalStatements(connection, codec).write(valid);
        } catch (IllegalStateException e) {
            throw new CompletionException(e);
        }
    }

    private Set<Pending> refused(SqlConnection connection, List<Pending> group)
            throws InterruptedException, TimeoutException {
        String[] leases =
                group.stream()
                        .map(pending -> leaseOf(pending.append().key()))
                        .distinct()
                        .toArray(String[]::new);
        Future<RowSet<Row>> fence = connection.preparedQuery(FENCE).execute(Tuple.of(leases));
        Future<Set<UUID>> begun = begin(connection, group);
        Future<RowSet<Row>> known =
                connection
                        .preparedQuery(VALID_RUNS)
                        .execute(keys(appends(group, append -> append.newRun() == null)));
        Set<String> held = new HashSet<>();
        await(fence).forEach(row -> held.add(row.getString(0)));
        Set<UUID> valid = new HashSet<>(await(begun));
        await(known).forEach(row -> valid.add(row.getUUID(0)));
        Set<Pending> refused = new HashSet<>();
        for (Pending pending : group) {
            Append append = pending.append();
            boolean own = held.contains(leaseOf(append.key()));
            if (!own || !valid.contains(identity(append))) {
                refused.add(pending);
            }
        }
        return refused;
    }

    /** Inserts the runs that begin; gives the tasks of those that are there now. */
    private Future<Set<UUID>> begin(SqlConnection connection, List<Pending> group) {
        List<Append> beginning = appends(group, append -> append.newRun() != null);
        if (beginning.isEmpty()) {
            return Future.succeededFuture(Set.of());
        }
        Future<?> inserted = new JournalStatements(connection, codec).insertRuns(beginning);
        Tuple tasks =
                new Columns<>(beginning)
                        .add(UUID[]::new, append -> append.start().runId())
                        .add(UUID[]::new, append -> append.start().taskId())
                        .tuple();
        Future<RowSet<Row>> there = connection.preparedQuery(BEGUN_RUNS).execute(tasks);
        return inserted.compose(_ -> there)
                .map(rows -> {
                    Set<UUID> begun = new HashSet<>();
                    rows.forEach(row -> begun.add(row.getUUID(0)));
                    return begun;
                });
    }

    /** By what an append is known to be in order: the task that began, or the run that goes on. */
    private static UUID identity(Append append) {
        return append.newRun() == null ? append.key().runId() : append.start().taskId();
    }

    private static List<Append> appends(List<Pending> group, Predicate<Append> which) {
        return group.stream().map(Pending::append).filter(which).toList();
    }

    private static String leaseOf(RunKey key) {
        return MemberLease.PREFIX + key.owner();
    }

    private static Tuple keys(List<Append> appends) {
        return new Columns<>(appends)
                .add(UUID[]::new, append -> append.key().runId())
                .add(String[]::new, append -> append.key().owner())
                .add(Long[]::new, append -> append.key().epoch())
                .tuple();
    }

    private static void failAll(Iterable<Pending> pending, RuntimeException cause) {
        pending.forEach(each -> each.done().completeExceptionally(cause));
    }

    private static <T> T await(Future<T> future) throws InterruptedException, TimeoutException {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }
}
