package io.holdfast.bench;

import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.run.RunMachine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a whole run costs that has so many facts; divide by them for the cost of one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LengthBenchmark {

    /** Of a round with one node inside: begun, its start begun and done, the node's two, ended. */
    private static final int FACTS_OF_A_ROUND = 6;

    @Param({"100", "1000", "10000"})
    public int facts;

    private Graph graph = Played.loop(1, 1);
    private List<JournalEvent> journal = List.of();

    @Setup
    public void prepare() {
        graph = Played.loop(facts / FACTS_OF_A_ROUND, 1);
        journal = Played.play(graph);
        if (Math.abs(journal.size() - facts) > 2 * FACTS_OF_A_ROUND) {
            throw new IllegalStateException(journal.size() + " facts instead of " + facts);
        }
    }

    @Benchmark
    public List<JournalEvent> run() {
        return Played.play(graph);
    }

    @Benchmark
    public RunMachine replay() {
        return Played.replay(graph, journal);
    }
}
