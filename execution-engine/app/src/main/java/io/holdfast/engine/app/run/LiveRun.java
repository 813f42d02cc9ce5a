package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.app.journal.Append;
import io.holdfast.engine.app.journal.Journal;
import io.holdfast.engine.app.journal.NewRun;
import io.holdfast.engine.app.journal.RunKey;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.run.RunCommand;
import io.holdfast.engine.run.RunMachine;
import io.holdfast.engine.run.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A run that this engine drives. Commands are decided one after the other; what follows from one is
 * journaled first, and only then shown and carried out.
 */
final class LiveRun {

    private final RunMachine machine;
    private final RunKey key;
    private final RunStart start;
    private final @Nullable String traceparent;
    private final RunFeed feed;
    private final Journal journal;
    private final Executor executor;
    private final RunListener listener;
    private final Queue<Runnable> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private int nextSeq;
    private volatile boolean abandoned;

    /** Whoever goes on with a paused run makes another of these. Used by the mailbox alone. */
    private boolean over;

    /** Hears what becomes of a run. */
    interface RunListener {

        /** Effects are due: the facts that led to them are durable. */
        void due(LiveRun run, Transition transition);

        /**
         * The run has ended, or rests until a form is filled: nobody needs to drive it.
         *
         * @param end null when it rests
         */
        void over(LiveRun run, RunEvent.@Nullable Finished end);

        /** The run is not this engine's any more. */
        void lost(LiveRun run, Throwable cause);
    }

    /**
     * @param start the facts with which the run was accepted
     * @param traceparent the trace that its steps belong to, if any
     * @param journaled how many facts the journal of the run holds already
     */
    LiveRun(
            RunMachine machine,
            RunKey key,
            RunStart start,
            @Nullable String traceparent,
            int journaled,
            RunFeed feed,
            Journal journal,
            Executor executor,
            RunListener listener) {
        this.machine = machine;
        this.key = key;
        this.start = start;
        this.traceparent = traceparent;
        this.nextSeq = journaled + 1;
        this.feed = feed;
        this.journal = journal;
        this.executor = executor;
        this.listener = listener;
    }

    RunKey key() {
        return key;
    }

    RunFeed feed() {
        return feed;
    }

    RunStart start() {
        return start;
    }

    /** The facts with which the run was let in. For those who carry out what it asks. */
    RunStart admitted() {
        return machine.start();
    }

    @Nullable String traceparent() {
        return traceparent;
    }

    boolean isOlderThan(Duration age, Instant now) {
        return Instant.ofEpochSecond(start.acceptedAtEpochSecond()).plus(age).isBefore(now);
    }

    /** Begins the run. The stage is completed when it is durable. */
    CompletionStage<Void> accept(RunCommand.Accept command, NewRun newRun) {
        return append(machine.handle(command), newRun);
    }

    /** Asks something of the run; decided later, in the order of asking. */
    void tell(RunCommand command) {
        enqueue(() -> append(machine.handle(command), null));
    }

    private void enqueue(Runnable task) {
        mailbox.add(task);
        if (waiting.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    /** Empties the mailbox; whoever adds to an empty one has this run again. */
    private void work() {
        do {
            Runnable next = mailbox.poll();
            if (next != null && !abandoned && !over) {
                next.run();
            }
        } while (waiting.decrementAndGet() > 0);
    }

    private CompletionStage<Void> append(Transition transition, @Nullable NewRun newRun) {
        List<JournalEvent> facts = transition.facts();
        if (facts.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Append append =
                new Append(
                        key,
                        start,
                        nextSeq,
                        facts,
                        newRun,
                        last(transition.events(), RunEvent.Paused.class),
                        last(transition.events(), RunEvent.Finished.class));
        nextSeq += facts.size();
        return journal.append(append)
                .whenComplete((_, failure) ->
                        enqueue(() -> {
                            if (failure == null) {
                                durable(transition);
                            } else {
                                abandon(failure);
                            }
                        }));
    }

    private void durable(Transition transition) {
        feed.publish(transition.events());
        listener.due(this, transition);
        if (machine.status() != RunStatus.RUNNING && isLast(transition)) {
            over = true;
            feed.close();
            listener.over(this, last(transition.events(), RunEvent.Finished.class));
        }
    }

    /** Whether nothing was decided since. */
    private boolean isLast(Transition transition) {
        return !transition.events().isEmpty()
                && transition.events().getLast().seq() == machine.lastSeq();
    }

    /** Gives the run up: somebody else goes on with it. */
    void abandon(Throwable cause) {
        if (!abandoned) {
            abandoned = true;
            feed.fail(cause);
            listener.lost(this, cause);
        }
    }

    private static <E extends RunEvent> @Nullable E last(
            List<RunEventEnvelope> events, Class<E> type) {
        return !events.isEmpty() && type.isInstance(events.getLast().event())
                ? type.cast(events.getLast().event())
                : null;
    }
}
