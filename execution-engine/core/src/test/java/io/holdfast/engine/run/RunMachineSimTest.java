package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.gate.Gate;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.node.Admission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random graphs with containers in containers, random answers, random crashes. After every step:
 * numbers without gaps, at most one end, no completed node asked again, the same events on replay.
 * A failing seed is in the message.
 */
class RunMachineSimTest {

    private static final int SEEDS = Integer.getInteger("holdfast.sim.seeds", 10_000);
    private static final long FIRST = Long.getLong("holdfast.sim.first", 1L);

    @Test
    void everyAcceptedRunEndsWhateverHappens() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                new Simulation(seed).play();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static final class Simulation {
        private final Random random;
        private final RunStory story;
        private int number;

        Simulation(long seed) {
            random = new Random(seed);
            story = new RunStory(new Program(randomGraph(), randomGate()), RunLimits.DEFAULT);
        }

        void play() {
            story.begin(Map.of("q", "hi", "items", List.of("a", "b", "c")));
            int moves = 0;
            while (!story.machine().status().isTerminal()) {
                move();
                check();
                assertThat(moves++).as("the run must end").isLessThan(20_000);
            }
            story.handle(new RunCommand.Stop("late", java.time.Instant.EPOCH));
            check();
            assertThat(story.clientText()).isEqualTo(story.finished().answer());
        }

        private void move() {
            List<String> working = story.working();
            if (!story.forms().isEmpty()) {
                fillSomething();
                return;
            }
            int dice = random.nextInt(100);
            if (dice < 8) {
                story.crashes();
            } else if (dice < 10) {
                story.stops();
            } else if (dice < 13 && !working.isEmpty()) {
                story.cutsOff(working.get(random.nextInt(working.size())));
            } else if (working.isEmpty() || dice < 20) {
                retrySomething();
            } else {
                answerSomething(working.get(random.nextInt(working.size())), dice);
            }
        }

        private void fillSomething() {
            if (random.nextInt(4) == 0) {
                story.crashes();
                return;
            }
            String node = story.forms().get(random.nextInt(story.forms().size()));
            if (random.nextInt(3) == 0) {
                story.lapses(node);
            } else {
                story.fills(node, random.nextBoolean() ? "true" : "false", Map.of("text", "f"));
            }
        }

        private void retrySomething() {
            List<String> waiting =
                    story.effects().stream()
                            .filter(Effect.RetryAfter.class::isInstance)
                            .map(effect -> ((Effect.RetryAfter) effect).nodeId())
                            .distinct()
                            .toList();
            if (!waiting.isEmpty()) {
                story.retries(waiting.get(random.nextInt(waiting.size())));
            }
        }

        private void answerSomething(String node, int dice) {
            if (Gatekeeper.owns(node)) {
                checkSomething(node, dice);
                return;
            }
            char type = node.charAt(node.lastIndexOf('/') + 1);
            if (dice < 45 && (type == 'L' || type == 'N')) {
                story.streams(node, "d" + random.nextInt(9));
            } else if (dice < 65 && type == 'N') {
                story.notes(node, Map.of("n", dice));
            } else if (dice < 55) {
                story.fails(node, "E", "broken");
            } else if (type == 'B') {
                story.chooses(node, random.nextBoolean() ? "true" : "false");
            } else {
                story.succeeds(node, Map.of("text", "t" + random.nextInt(9)));
            }
        }

        private void checkSomething(String check, int dice) {
            if (dice < 25) {
                story.fails(check, "E", "broken");
            } else if (dice < 40) {
                story.judges(check, new Admission.Answered("no", null));
            } else if (dice < 55) {
                story.judges(check, new Admission.Replaced(Map.of("q", "ho"), "ho"));
            } else if (dice < 70) {
                story.judges(check, new Admission.Rewritten("r"));
            } else {
                story.judges(check, new Admission.Passed());
            }
        }

        private Gate randomGate() {
            List<EntryCheck> entry = new ArrayList<>();
            for (int i = random.nextInt(6); i < 2; i++) {
                entry.add(new AskingCheck("check" + i));
            }
            return new Gate(entry, random.nextInt(4) == 0 ? new AskingReader() : null);
        }

        private void check() {
            long expected = 1;
            int ends = 0;
            for (RunEventEnvelope envelope : story.seen()) {
                assertThat(envelope.seq()).isEqualTo(expected++);
                ends += envelope.event() instanceof RunEvent.Finished ? 1 : 0;
            }
            assertThat(ends).isLessThanOrEqualTo(1);
            checkGate();
            Set<String> completed = new HashSet<>();
            for (JournalEvent fact : story.journal()) {
                if (fact instanceof JournalEvent.Completed done) {
                    assertThat(completed.add(done.nodeId())).as("completed twice").isTrue();
                } else if (fact instanceof JournalEvent.Begun begun) {
                    assertThat(completed).doesNotContain(begun.nodeId());
                }
            }
        }

        /** No step of the graph begins before the run is let in; no check is passed twice. */
        private void checkGate() {
            Set<String> due = new HashSet<>();
            boolean inside = true;
            for (JournalEvent fact : story.journal()) {
                switch (fact) {
                    case JournalEvent.Accepted accepted -> {
                        due.addAll(accepted.checks());
                        inside = due.isEmpty();
                    }
                    case JournalEvent.Checked checked ->
                            assertThat(due.remove(checked.check())).as("checked once").isTrue();
                    case JournalEvent.Admitted _ -> {
                        assertThat(due).isEmpty();
                        inside = true;
                    }
                    case JournalEvent.Begun _ -> assertThat(inside).isTrue();
                    default -> {
                        // nothing of a gate
                    }
                }
            }
        }

        private Graph randomGraph() {
            TestGraph graph = new TestGraph().node("S", "start");
            addNodes(graph, "S", null, 0);
            return graph.compile();
        }

        /** Nodes that hang together, from a first one on. */
        private void addNodes(
                TestGraph graph, String first, @Nullable String container, int depth) {
            List<String> ids = new ArrayList<>(List.of(first));
            int size = 2 + random.nextInt(depth == 0 ? 12 : 3);
            for (int i = 0; i < size; i++) {
                ids.add(addNode(graph, container, ids, depth));
            }
        }

        private String addNode(
                TestGraph graph, @Nullable String container, List<String> ids, int depth) {
            int type = random.nextInt(depth < 2 ? 9 : 7);
            String id = "BWAGLNHIO".charAt(type) + "" + number++;
            graph.inside(container);
            switch (type) {
                case 7 -> {
                    graph.iteration(id, "S.items", randomOf(ids) + ".text", randomIteration());
                    addNodes(graph, id + "start", id, depth + 1);
                }
                case 8 -> {
                    graph.loop(id, 1 + random.nextInt(3), Map.of());
                    addNodes(graph, id + "start", id, depth + 1);
                }
                case 0 -> graph.node(id, "branch");
                case 1 -> graph.node(id, "work", Map.of(), randomPolicy());
                case 2 -> graph.answer(id, randomTemplate(ids));
                case 3 -> graph.node(id, "aggregator");
                case 5 -> graph.node(id, "agent");
                case 6 -> graph.human(id, "Sure? {{#S.q#}}", "true", "false");
                default -> graph.node(id, "model", Map.of(), randomPolicy());
            }
            addEdges(graph, ids, id);
            return id;
        }

        private Map<String, Object> randomIteration() {
            String[] modes = {"terminated", "continue-on-error", "remove-abnormal-output"};
            return Map.of(
                    "error_handle_mode",
                    modes[random.nextInt(modes.length)],
                    "is_parallel",
                    random.nextBoolean(),
                    "parallel_nums",
                    2);
        }

        private String randomOf(List<String> ids) {
            return ids.get(random.nextInt(ids.size()));
        }

        private void addEdges(TestGraph graph, List<String> ids, String id) {
            int parents = 1 + random.nextInt(2);
            Set<String> chosen = new HashSet<>();
            for (int p = 0; p < parents; p++) {
                String parent = ids.get(random.nextInt(ids.size()));
                if (chosen.add(parent)) {
                    graph.edge(parent, randomHandle(parent), id);
                }
            }
        }

        private String randomHandle(String parent) {
            if (parent.startsWith("H") && random.nextInt(3) == 0) {
                return "__timeout__";
            }
            if (parent.startsWith("B") || parent.startsWith("H")) {
                return random.nextBoolean() ? "true" : "false";
            }
            return random.nextInt(6) == 0 ? "fail-branch" : "source";
        }

        private String randomTemplate(List<String> ids) {
            StringBuilder template = new StringBuilder("<");
            for (int i = 0; i <= random.nextInt(3); i++) {
                template.append("{{#")
                        .append(ids.get(random.nextInt(ids.size())))
                        .append(".text#}}|");
            }
            return template.append('>').toString();
        }

        private ErrorPolicy randomPolicy() {
            ErrorPolicy.Strategy[] strategies = ErrorPolicy.Strategy.values();
            return new ErrorPolicy(
                    strategies[random.nextInt(strategies.length)],
                    Map.of("text", "default"),
                    random.nextInt(3),
                    Duration.ofMillis(1));
        }
    }
}
