package io.holdfast.engine.run;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.VariablePool;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The containers of a run whose rounds are under way (dsl.md 4.8, 4.9). */
final class Containers {

    private final Map<String, ContainerState> byPath = new HashMap<>();
    private final Frames frames;
    private final Showing showing;

    Containers(Frames frames, Showing showing) {
        this.frames = frames;
        this.showing = showing;
    }

    /** The state of a container; empty before its rounds and after. */
    Optional<ContainerState> find(Step container) {
        return Optional.ofNullable(byPath.get(container.path()));
    }

    /** The path of a round's frame. */
    static String roundPath(Step container, int index) {
        return container.path() + "#" + index;
    }

    void enter(Step step, JournalEvent.Entered fact) {
        byPath.put(step.path(), new ContainerState(fact));
        step.frame().pool().putAll(step.node().id(), fact.variables());
        showing.show(step.frame(), ContainerViews.started(step, fact));
        if (ContainerState.logic(step).parallel()) {
            for (int i = 0; i < fact.length(); i++) {
                showing.show(step.frame(), ContainerViews.next(step, i, fact.at()));
            }
        }
    }

    void beginRound(Step step, JournalEvent.RoundBegun fact) {
        ContainerLogic logic = ContainerState.logic(step);
        ContainerState state = require(step);
        state.begin(fact.index());
        if (logic.isolated() && !logic.parallel()) {
            showing.show(step.frame(), ContainerViews.next(step, fact.index(), fact.at()));
        }
        if (!logic.parallel()) {
            showing.newRound();
        }
        Frame frame = frame(step, logic, fact);
        frame.pool().putAll(step.node().id(), logic.roundVariables(state.rounds(), fact.index()));
        frames.add(frame);
        frame.start();
    }

    private Frame frame(Step step, ContainerLogic logic, JournalEvent.RoundBegun fact) {
        Graph inside = step.frame().graph().inside(step.node().id());
        VariablePool pool = step.frame().pool();
        if (!logic.isolated()) {
            forget(inside, pool);
        }
        return new Frame(
                roundPath(step, fact.index()),
                inside,
                logic.isolated() ? pool.copy() : pool,
                new Frame.Place(step, fact.index(), fact.at()),
                logic.parallel(),
                showing);
    }

    /** What the round before has left (dsl.md 4.9.3). */
    private static void forget(Graph inside, VariablePool pool) {
        for (GraphNode node : inside.nodes()) {
            pool.remove(node.id());
        }
        inside.containers().values().forEach(nested -> forget(nested, pool));
    }

    void endRound(Step step, JournalEvent.RoundEnded fact) {
        ContainerLogic logic = ContainerState.logic(step);
        Frame frame =
                frames.find(roundPath(step, fact.index()))
                        .orElseThrow(() -> new IllegalStateException("the round has not begun"));
        Object result =
                fact.error() == null
                        ? logic.result().map(frame.pool()::get).map(Lookup::orNull).orElse(null)
                        : null;
        Instant begunAt = Objects.requireNonNull(frame.place()).begunAt();
        require(step).end(fact, result, begunAt, logic.snapshot(frame.pool()));
        showing.release(frame);
        if (!logic.isolated()) {
            step.frame().outputs().merge(frame.outputs().asMap());
            if (fact.error() == null && !isLast(fact.verdict())) {
                showing.show(step.frame(), ContainerViews.next(step, fact.index() + 1, fact.at()));
            }
        }
        drop(frame);
    }

    private static boolean isLast(ContainerLogic.Verdict verdict) {
        return !verdict.equals(ContainerLogic.Verdict.NEXT);
    }

    private void drop(Frame frame) {
        frames.remove(frame);
        byPath.keySet().removeIf(path -> path.startsWith(frame.path() + "/"));
    }

    /** A step is done; if it was a container, its followers are told. */
    void succeed(Step step, Map<String, @Nullable Object> outputs, Instant at) {
        find(step).ifPresent(state -> leave(step, state, outputs, "succeeded", at));
    }

    /** A step has failed; if it was a container, its rounds are called off. */
    void fail(Step step, Instant at) {
        find(step)
                .ifPresent(state -> {
                    ContainerLogic logic = ContainerState.logic(step);
                    leave(step, state, logic.partialOutputs(state.rounds()), "failed", at);
                });
    }

    private void leave(
            Step step,
            ContainerState state,
            Map<String, @Nullable Object> outputs,
            String status,
            Instant at) {
        frames.removeWithin(step);
        byPath.keySet().removeIf(path -> path.startsWith(step.path() + "#"));
        byPath.remove(step.path());
        showing.show(step.frame(), ContainerViews.finished(step, state, outputs, status, at));
    }

    /** What a step cost is a cost of all containers around it, too. */
    void addUsage(Step step, Map<String, @Nullable Object> usage) {
        for (Frame.Place place = step.frame().place(); place != null; ) {
            Step container = place.container();
            find(container).ifPresent(state -> state.usage().add(usage));
            place = container.frame().place();
        }
    }

    private ContainerState require(Step step) {
        return find(step)
                .orElseThrow(() -> new IllegalStateException("the container was not entered"));
    }
}
