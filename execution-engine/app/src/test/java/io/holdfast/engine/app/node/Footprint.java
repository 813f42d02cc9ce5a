package io.holdfast.engine.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the service holds of its machine.
 *
 * @param heap used bytes after a collection
 */
record Footprint(List<String> threads, long processes, long heap) {

    private static final long SLACK = 64L << 20;

    static Footprint now() {
        System.gc();
        return new Footprint(
                liveThreads(),
                ProcessHandle.current().descendants().count(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** Without pools that grow once and shrink by themselves. */
    private static List<String> liveThreads() {
        var bean = ManagementFactory.getThreadMXBean();
        return Arrays.stream(bean.getThreadInfo(bean.getAllThreadIds()))
                .filter(info -> info != null)
                .map(info -> info.getThreadName())
                .filter(name -> !name.startsWith("process reaper"))
                .filter(name -> !name.startsWith("ForkJoinPool"))
                .filter(name -> !name.startsWith("executor-thread"))
                .filter(name -> !name.startsWith("awaitility") && !name.startsWith("junit"))
                .sorted()
                .toList();
    }

    void assertNoMoreThan(Footprint before) {
        List<String> added = new ArrayList<>(threads);
        before.threads.forEach(added::remove);
        assertThat(threads.size())
                .as("threads, of them new: %s", added)
                .isLessThanOrEqualTo(before.threads.size() + 3);
        assertThat(processes).as("processes").isLessThanOrEqualTo(before.processes + 3);
        assertThat(heap).as("heap").isLessThan(before.heap + SLACK);
    }
}
