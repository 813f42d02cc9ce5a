package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random graphs, random answers, random crashes. After every step: numbers without gaps, at most
 * one end, no completed node asked again, the same events on replay. A failing seed is in the
 * message.
 */
class RunMachineSimTest {

    private static final int SEEDS = Integer.getInteger("holdfast.sim.seeds", 2_000);
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

        Simulation(long seed) {
            random = new Random(seed);
            story = new RunStory(randomGraph());
        }

        void play() {
            story.begin(Map.of("q", "hi"));
            int moves = 0;
            while (!story.machine().status().isTerminal()) {
                move();
                check();
                assertThat(moves++).as("the run must end").isLessThan(2_000);
            }
            story.handle(new RunCommand.Stop("late", java.time.Instant.EPOCH));
            check();
            assertThat(story.clientText()).isEqualTo(story.finished().answer());
        }

        private void move() {
            List<String> working = story.working();
            int dice = random.nextInt(100);
            if (dice < 8) {
                story.crashes();
            } else if (dice < 10) {
                story.stops();
            } else if (working.isEmpty() || dice < 20) {
                retrySomething();
            } else {
                answerSomething(working.get(random.nextInt(working.size())), dice);
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
            if (dice < 45 && node.startsWith("L")) {
                story.streams(node, "d" + random.nextInt(9));
            } else if (dice < 55) {
                story.fails(node, "E", "broken");
            } else if (node.startsWith("B")) {
                story.chooses(node, random.nextBoolean() ? "true" : "false");
            } else {
                story.succeeds(node, Map.of("text", "t" + random.nextInt(9)));
            }
        }

        private void check() {
            long expected = 1;
            int ends = 0;
            for (RunEventEnvelope envelope : story.seen()) {
                assertThat(envelope.seq()).isEqualTo(expected++);
                ends += envelope.event() instanceof RunEvent.Finished ? 1 : 0;
            }
            assertThat(ends).isLessThanOrEqualTo(1);
            Set<String> completed = new HashSet<>();
            for (JournalEvent fact : story.journal()) {
                if (fact instanceof JournalEvent.Completed done) {
                    assertThat(completed.add(done.nodeId())).as("completed twice").isTrue();
                } else if (fact instanceof JournalEvent.Begun begun) {
                    assertThat(completed).doesNotContain(begun.nodeId());
                }
            }
        }

        private Graph randomGraph() {
            TestGraph graph = new TestGraph().node("S", "start");
            List<String> ids = new ArrayList<>(List.of("S"));
            int size = 2 + random.nextInt(12);
            for (int i = 0; i < size; i++) {
                ids.add(addNode(graph, i, ids));
            }
            return graph.compile();
        }

        private String addNode(TestGraph graph, int i, List<String> ids) {
            int type = random.nextInt(5);
            String id = "BWAGL".charAt(type) + "" + i;
            switch (type) {
                case 0 -> graph.node(id, "branch");
                case 1 -> graph.node(id, "work", Map.of(), randomPolicy());
                case 2 -> graph.answer(id, randomTemplate(ids));
                case 3 -> graph.node(id, "aggregator");
                default -> graph.node(id, "model", Map.of(), randomPolicy());
            }
            int parents = 1 + random.nextInt(2);
            Set<String> chosen = new HashSet<>();
            for (int p = 0; p < parents; p++) {
                String parent = ids.get(random.nextInt(ids.size()));
                if (chosen.add(parent)) {
                    graph.edge(parent, randomHandle(parent), id);
                }
            }
            return id;
        }

        private String randomHandle(String parent) {
            if (parent.startsWith("B")) {
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
