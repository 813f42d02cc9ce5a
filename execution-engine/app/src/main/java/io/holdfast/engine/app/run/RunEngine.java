package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.app.form.StepAnswer;
import io.holdfast.engine.app.journal.Journal;
import io.holdfast.engine.app.journal.NewRun;
import io.holdfast.engine.app.journal.RunKey;
import io.holdfast.engine.app.step.StepListener;
import io.holdfast.engine.app.step.StepRunner;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.run.Effect;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.run.Program;
import io.holdfast.engine.run.RunCommand;
import io.holdfast.engine.run.RunLimits;
import io.holdfast.engine.run.RunMachine;
import io.holdfast.engine.run.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** All runs that this engine drives. */
final class RunEngine implements LiveRun.RunListener {

    private static final Logger LOGGER = Logger.getLogger(RunEngine.class);

    private final Journal journal;
    private final StepRunner steps;
    private final RunLimits limits;
    private final Clock clock;
    private final Consumer<RunEnded> ended;
    private final Map<UUID, LiveRun> byRun = new ConcurrentHashMap<>();
    private final Map<UUID, LiveRun> byTask = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> working = new ConcurrentHashMap<>();
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("run-", 0).factory());
    private final ScheduledExecutorService timers =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("run-timers").factory());

    /**
     * @param ended hears of each run that has ended; must not block
     */
    RunEngine(
            Journal journal,
            StepRunner steps,
            RunLimits limits,
            Clock clock,
            Consumer<RunEnded> ended) {
        this.journal = journal;
        this.steps = steps;
        this.limits = limits;
        this.clock = clock;
        this.ended = ended;
        var _ = timers.scheduleAtFixedRate(this::checkTimes, 1, 1, TimeUnit.SECONDS);
    }

    /** Accepts a run. The stage is completed when it is durable. */
    CompletionStage<LiveRun> accept(Program program, RunKey key, NewRun newRun) {
        RunMachine machine = new RunMachine(program, limits);
        RunStart start = newRun.start();
        LiveRun run =
                new LiveRun(
                        machine,
                        key,
                        start,
                        newRun.traceparent(),
                        0,
                        new RunFeed(),
                        journal,
                        executor,
                        this);
        register(run);
        return run.accept(new RunCommand.Accept(start, newRun.idle(), newRun.at()), newRun)
                .thenApply(_ -> run);
    }

    /**
     * Goes on with a run that another engine, or this one before a restart, has begun.
     *
     * @param answers to forms that the run may wait for
     * @return false when it waits for other forms than these: nobody needs to drive it
     */
    boolean resume(
            Program program,
            RunStore.OpenRun open,
            List<JournalEvent> facts,
            List<StepAnswer> answers) {
        RunMachine machine = new RunMachine(program, limits);
        RunFeed feed = new RunFeed();
        facts.forEach(fact -> feed.publish(machine.replay(fact)));
        if (machine.status().isTerminal()) {
            return true; // it ended while it was looked for
        }
        List<StepAnswer> due =
                answers.stream().filter(answer -> machine.awaits(answer.step())).toList();
        if (machine.status() == RunStatus.PAUSED && due.isEmpty() && !open.stopRequested()) {
            return false;
        }
        LiveRun run =
                new LiveRun(
                        machine,
                        open.key(),
                        machine.start(),
                        open.traceparent(),
                        facts.size(),
                        feed,
                        journal,
                        executor,
                        this);
        register(run);
        run.tell(new RunCommand.Resume(now()));
        fill(run, due);
        if (open.stopRequested()) {
            stop(run);
        }
        return true;
    }

    /** Tells a run of forms that were answered. */
    void fill(LiveRun run, List<StepAnswer> answers) {
        answers.forEach(
                answer -> run.tell(new RunCommand.Fill(answer.step(), answer.answer(), now())));
    }

    Optional<LiveRun> find(UUID runId) {
        return Optional.ofNullable(byRun.get(runId));
    }

    Optional<LiveRun> findByTask(UUID taskId) {
        return Optional.ofNullable(byTask.get(taskId));
    }

    Collection<LiveRun> all() {
        return byRun.values();
    }

    int size() {
        return byRun.size();
    }

    void stop(LiveRun run) {
        run.tell(new RunCommand.Stop("Stopped by user.", now()));
    }

    /** Gives all runs up at once; their journals say how far they came. */
    void abandonAll(RuntimeException cause) {
        List.copyOf(byRun.values()).forEach(run -> run.abandon(cause));
    }

    void close() {
        timers.shutdownNow();
        executor.shutdownNow();
    }

    @Override
    public void due(LiveRun run, Transition transition) {
        for (Effect effect : transition.effects()) {
            switch (effect) {
                case Effect.Execute step -> execute(run, step);
                case Effect.RetryAfter retry -> retryLater(run, retry);
                case Effect.Cancel cancel -> cancel(run, cancel.nodeId());
            }
        }
    }

    private void retryLater(LiveRun run, Effect.RetryAfter retry) {
        var _ =
                timers.schedule(
                        () -> run.tell(new RunCommand.Retry(retry.nodeId(), now())),
                        retry.interval().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void over(LiveRun run, RunEvent.@Nullable Finished end) {
        unregister(run);
        if (end != null) {
            ended.accept(new RunEnded(run.admitted(), end));
        }
    }

    @Override
    public void lost(LiveRun run, Throwable cause) {
        unregister(run);
        String prefix = run.key().runId() + "/";
        working.keySet().stream().filter(step -> step.startsWith(prefix)).forEach(this::cancel);
        LOGGER.infof("Run %s is left to other engines: %s", run.key().runId(), cause.getMessage());
    }

    private void execute(LiveRun run, Effect.Execute step) {
        // computed under the map's lock, so that an answer cannot overtake its own entry
        working.compute(stepName(run, step.nodeId()), (name, _) -> begin(run, step, name));
    }

    private Future<?> begin(LiveRun run, Effect.Execute step, String name) {
        return steps.run(
                step,
                run.admitted(),
                run.traceparent(),
                new StepListener() {
                    @Override
                    public void piece(String output, String delta) {
                        run.tell(
                                new RunCommand.Stream(
                                        step.nodeId(), step.attempt(), output, delta, now()));
                    }

                    @Override
                    public void answered(NodeAnswer answer) {
                        working.remove(name);
                        run.tell(
                                new RunCommand.Answer(
                                        step.nodeId(), step.attempt(), answer, now()));
                    }

                    @Override
                    public void cutOff() {
                        working.remove(name);
                        run.tell(new RunCommand.CutOff(step.nodeId(), step.attempt(), now()));
                    }
                });
    }

    private void cancel(LiveRun run, String nodeId) {
        cancel(stepName(run, nodeId));
    }

    private void cancel(String step) {
        Future<?> future = working.remove(step);
        if (future != null) {
            future.cancel(true);
        }
    }

    private void checkTimes() {
        Instant now = now();
        for (LiveRun run : byRun.values()) {
            if (run.isOlderThan(limits.maxDuration(), now)) {
                run.tell(new RunCommand.CheckTime(now));
            }
        }
    }

    private void register(LiveRun run) {
        byRun.put(run.key().runId(), run);
        byTask.put(run.start().taskId(), run);
    }

    private void unregister(LiveRun run) {
        byRun.remove(run.key().runId(), run);
        byTask.remove(run.start().taskId(), run);
    }

    private static String stepName(LiveRun run, String nodeId) {
        return run.key().runId() + "/" + nodeId;
    }

    private Instant now() {
        return clock.instant();
    }
}
