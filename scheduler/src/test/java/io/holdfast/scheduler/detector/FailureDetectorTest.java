package io.holdfast.scheduler.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.instance.Healthz;
import io.holdfast.contracts.instance.InstanceState;
import io.holdfast.contracts.instance.InstanceView;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.testing.clock.SettableClock;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureDetectorTest {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Target ENGINE =
            new Target(PeerService.ENGINE, URI.create("http://engine:8081"));
    private static final Target MODEL =
            new Target(PeerService.MODEL, URI.create("http://model:8082"));

    private final SettableClock clock = new SettableClock();
    private final Set<Target> silent = new HashSet<>();
    private final List<InstanceChanged> changes = new ArrayList<>();
    private final FailureDetector detector =
            new FailureDetector(List.of(ENGINE, MODEL), this::probe, clock, 3, changes::add);

    @Test
    void nothingIsKnownBeforeTheFirstRound() {
        assertThat(detector.instances())
                .extracting(InstanceView::state)
                .containsOnly(InstanceState.UNKNOWN);
    }

    @Test
    void whoAnswersIsUpAndKnownByName() {
        rounds(1);

        InstanceView engine = engine();
        assertThat(engine.state()).isEqualTo(InstanceState.UP);
        assertThat(engine.instance()).isEqualTo("engine");
        assertThat(engine.service()).isEqualTo("execution-engine");
        assertThat(engine.version()).isEqualTo("1.0");
        assertThat(changes).isEmpty();
    }

    @Test
    void twoMissesAreASuspicionAndTheThirdIsALossThatIsToldOnce() {
        rounds(1);
        silent.add(ENGINE);

        rounds(2);
        assertThat(engine().state()).isEqualTo(InstanceState.SUSPECT);
        assertThat(changes).isEmpty();
        rounds(1);
        assertThat(engine().state()).isEqualTo(InstanceState.LOST);
        rounds(10);

        assertThat(changes)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.isLoss()).isTrue();
                    assertThat(change.now().instance()).isEqualTo("engine");
                    assertThat(change.now().missedProbes()).isEqualTo(3);
                });
        assertThat(engine().missedProbes()).isEqualTo(13);
    }

    @Test
    void oneAnswerForgivesTwoMisses() {
        rounds(1);
        for (int i = 0; i < 5; i++) {
            silent.add(ENGINE);
            rounds(2);
            silent.clear();
            rounds(1);
        }

        assertThat(engine().state()).isEqualTo(InstanceState.UP);
        assertThat(changes).isEmpty();
    }

    @Test
    void aLostOneThatAnswersIsBack() {
        silent.add(ENGINE);
        rounds(3);
        Instant back = clock.instant();
        silent.clear();
        rounds(1);

        assertThat(changes).hasSize(2);
        assertThat(changes.getLast().before()).isEqualTo(InstanceState.LOST);
        assertThat(engine().state()).isEqualTo(InstanceState.UP);
        assertThat(engine().since()).isEqualTo(back);
    }

    @Test
    void anInstanceThatNeverAnsweredIsLostTooAndKnownByItsAddress() {
        silent.add(ENGINE);

        rounds(3);

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().now().url()).isEqualTo("http://engine:8081");
        assertThat(changes.getFirst().now().instance()).isNull();
    }

    @Test
    void oneThatIsLostTakesNoOtherAlong() {
        silent.add(ENGINE);

        rounds(4);

        assertThat(detector.instances())
                .extracting(InstanceView::state)
                .containsExactly(InstanceState.LOST, InstanceState.UP);
    }

    private Uni<Healthz> probe(Target target) {
        if (silent.contains(target)) {
            return Uni.createFrom().failure(new IllegalStateException("silence"));
        }
        String name = target.url().getHost();
        return Uni.createFrom().item(new Healthz("ok", "1.0", target.service().id(), name));
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            detector.round().await().atMost(Duration.ofSeconds(5));
            clock.pass(EVERY);
        }
    }

    private InstanceView engine() {
        return detector.instances().getFirst();
    }
}
