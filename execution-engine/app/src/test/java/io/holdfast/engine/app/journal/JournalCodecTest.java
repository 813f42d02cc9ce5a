package io.holdfast.engine.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.run.ErrorResolution;
import io.holdfast.engine.run.JournalEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts are kept for ever. */
class JournalCodecTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123456Z");

    private final JournalCodec codec = new JournalCodec();

    @Test
    void factsComeBackAsTheyWere() {
        List<JournalEvent> facts =
                List.of(
                        new JournalEvent.Begun("n", 2, AT),
                        new JournalEvent.Streamed("n", "text", "Grüße", AT),
                        new JournalEvent.Completed(
                                "n",
                                NodeOutcome.Succeeded.of(
                                        Map.of("q", 1L), Map.of("a", Arrays.asList(1.5, null))),
                                AT),
                        new JournalEvent.Errored(
                                "each#0/n",
                                NodeOutcome.Failed.of("E", "broken"),
                                ErrorResolution.FAIL_ROUND,
                                AT),
                        new JournalEvent.Interrupted("n", AT),
                        new JournalEvent.Noted(
                                "n",
                                new NodeNote(
                                        Map.of("kind", "tool", "calls", List.of(Map.of("n", 1L)))),
                                AT),
                        new JournalEvent.Entered(
                                "each",
                                Map.of("iterator_selector", List.of("a", 2L)),
                                2,
                                Map.of(),
                                AT),
                        new JournalEvent.RoundBegun("each", 0, AT),
                        new JournalEvent.RoundEnded(
                                "each", 0, ContainerLogic.Verdict.NEXT, null, AT),
                        new JournalEvent.RoundEnded(
                                "each", 1, ContainerLogic.Verdict.error("why"), "broken", AT),
                        new JournalEvent.Ended(RunStatus.FAILED, "broken", "E", AT));

        for (JournalEvent fact : facts) {
            assertThat(codec.decode(codec.encode(fact), Map.of())).isEqualTo(fact);
        }
    }

    @Test
    void numbersOfAnySizeComeBack() {
        BigInteger huge = BigInteger.TEN.pow(30);
        JournalEvent fact =
                new JournalEvent.Completed(
                        "n",
                        NodeOutcome.Succeeded.of(
                                Map.of(), Map.of("a", huge, "b", List.of(huge, 1L, 1.5))),
                        AT);

        assertThat(codec.decode(codec.encode(fact), Map.of())).isEqualTo(fact);
        assertThat(codec.decodeObject("{\"n\": " + huge + ", \"m\": 3}"))
                .containsEntry("n", huge)
                .containsEntry("m", 3L);
    }

    @Test
    void thoughtsComeBack() {
        List<RunEvent.Thought> thoughts =
                List.of(
                        new RunEvent.Thought(
                                "t1",
                                1,
                                "Weigh it",
                                List.of("weigh"),
                                Map.of("weigh", "Scales"),
                                "{\"weigh\": {}}",
                                "{\"weigh\": \"3 t\"}",
                                AT));

        assertThat(codec.decodeThoughts(codec.encodeThoughts(thoughts))).isEqualTo(thoughts);
        assertThat(codec.decodeThoughts("[]")).isEmpty();
    }

    @Test
    void factsOfTheFirstReleaseAreRead() {
        assertThat(
                        codec.decode(
                                """
                                {"fact":"completed","nodeId":"n","outcome":{"inputs":{},\
                                "processData":null,"outputs":{"text":"hi"},"handle":null,\
                                "usage":{},"citations":[]},"at":"2026-01-01T00:00:00Z"}\
                                """,
                                Map.of()))
                .isInstanceOfSatisfying(
                        JournalEvent.Completed.class,
                        done -> assertThat(done.outcome().outputs()).containsEntry("text", "hi"));
    }
}
