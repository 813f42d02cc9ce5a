package io.holdfast.platform.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.testing.clock.SettableClock;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeerPoolTest {

    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");
    private static final URI C = URI.create("http://c:1");

    private final SettableClock clock = new SettableClock();

    @Test
    void roundRobinAsksOneAfterTheOther() {
        PeerPool pool = pool(new RoundRobin(), 1, 1, 1);

        assertThat(List.of(ask(pool), ask(pool), ask(pool), ask(pool))).containsExactly(A, B, C, A);
    }

    @Test
    void weightsShareTheCalls() {
        PeerPool pool = pool(new Weighted(new Random(7)), 1, 3, 6);

        Map<URI, Integer> asked = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            asked.merge(ask(pool), 1, Integer::sum);
        }

        assertThat(asked.get(A)).isBetween(800, 1_200);
        assertThat(asked.get(B)).isBetween(2_700, 3_300);
        assertThat(asked.get(C)).isBetween(5_600, 6_400);
    }

    @Test
    void leastRequestsAvoidsTheBusyOnes() {
        PeerPool pool = pool(new LeastRequests(), 1, 1, 1);
        PeerCall first = pool.begin();
        PeerCall second = pool.begin();

        URI third = pool.begin().url();

        assertThat(List.of(first.url(), second.url(), third)).containsExactlyInAnyOrder(A, B, C);
        second.succeeded();
        assertThat(pool.begin().url()).isEqualTo(second.url());
    }

    @Test
    void aReplicaThatKeepsFailingIsLeftOutForAWhileAndLongerTheNextTime() {
        PeerPool pool = pool(new RoundRobin(), 1, 1);
        failInARow(pool, A, 3);

        assertThat(List.of(ask(pool), ask(pool), ask(pool))).containsOnly(B);

        clock.pass(Duration.ofSeconds(2));
        failInARow(pool, A, 1);
        clock.pass(Duration.ofSeconds(3));
        assertThat(List.of(ask(pool), ask(pool))).containsOnly(B);

        clock.pass(Duration.ofSeconds(1));
        assertThat(List.of(ask(pool), ask(pool))).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void anAnswerForgivesWhatFailedBefore() {
        PeerPool pool = pool(new RoundRobin(), 1, 1);
        failInARow(pool, A, 2);
        callOf(pool, A).succeeded();
        failInARow(pool, A, 2);

        assertThat(List.of(ask(pool), ask(pool))).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void whenAllAreLeftOutAllAreAsked() {
        PeerPool pool = pool(new RoundRobin(), 1, 1);
        failInARow(pool, A, 3);
        failInARow(pool, B, 3);

        assertThat(List.of(ask(pool), ask(pool))).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void aCallGoesToAnotherReplicaWhenTheFaultIsTheReplicas() {
        PeerPool pool = pool(new RoundRobin(), 1, 1, 1);
        List<URI> asked = new ArrayList<>();

        String answer =
                pool.call(
                                url -> {
                                    asked.add(url);
                                    return asked.size() == 3
                                            ? Uni.createFrom().item("yes")
                                            : Uni.createFrom().failure(new IOException("gone"));
                                },
                                IOException.class::isInstance)
                        .await()
                        .atMost(Duration.ofSeconds(5));

        assertThat(answer).isEqualTo("yes");
        assertThat(asked).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void aFaultOfTheCallIsNotTriedElsewhere() {
        PeerPool pool = pool(new RoundRobin(), 1, 1, 1);
        List<URI> asked = new ArrayList<>();

        Uni<String> call =
                pool.call(
                        url -> {
                            asked.add(url);
                            return Uni.createFrom().failure(new IllegalArgumentException("no"));
                        },
                        IOException.class::isInstance);

        assertThatThrownBy(() -> call.await().atMost(Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(asked).containsExactly(A);
    }

    @Test
    void theLastFaultComesOutWhenNoReplicaAnswers() {
        PeerPool pool = pool(new RoundRobin(), 1, 1);
        List<URI> asked = new ArrayList<>();

        Uni<String> call =
                pool.call(
                        url -> {
                            asked.add(url);
                            return Uni.createFrom().failure(new IOException("gone"));
                        },
                        IOException.class::isInstance);

        assertThatThrownBy(() -> call.await().atMost(Duration.ofSeconds(5)))
                .hasCauseInstanceOf(IOException.class);
        assertThat(asked).containsExactly(A, B);
    }

    private PeerPool pool(PeerSelector selector, int... weights) {
        var ejection = new PeerHealth.Ejection(3, Duration.ofSeconds(2));
        List<URI> urls = List.of(A, B, C);
        List<PeerHealth> peers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            peers.add(new PeerHealth(urls.get(i), weights[i], ejection, clock::nanos));
        }
        return new PeerPool(peers, selector);
    }

    private static URI ask(PeerPool pool) {
        try (PeerCall call = pool.begin()) {
            return call.url();
        }
    }

    private static void failInARow(PeerPool pool, URI url, int times) {
        for (int i = 0; i < times; i++) {
            callOf(pool, url).failed();
        }
    }

    private static PeerCall callOf(PeerPool pool, URI url) {
        List<URI> others = pool.urls().stream().filter(u -> !u.equals(url)).toList();
        return pool.begin(others);
    }
}
