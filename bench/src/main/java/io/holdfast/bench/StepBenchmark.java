package io.holdfast.bench;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.run.JournalEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a step of a graph with a hundred nodes costs: decided, folded and shown. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepBenchmark {

    private static final int NODES = 100;

    private final Graph chain = Played.chain(NODES);
    private final Graph wide = Played.wide(NODES);
    private final Graph loop = Played.loop(1, NODES - 3);

    @Benchmark
    @OperationsPerInvocation(NODES)
    public List<JournalEvent> chain() {
        return Played.play(chain);
    }

    @Benchmark
    @OperationsPerInvocation(NODES)
    public List<JournalEvent> wide() {
        return Played.play(wide);
    }

    @Benchmark
    @OperationsPerInvocation(NODES)
    public List<JournalEvent> container() {
        return Played.play(loop);
    }
}
