package io.holdfast.model.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.resilience.Bulkhead.Permit;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final Bulkhead bulkhead = new Bulkhead(1, 1);

    @Test
    void oneWaitsItsTurnAndTheNextIsRefused() {
        var first = enter();
        var second = enter();
        var third = enter();

        first.assertCompleted();
        second.assertNotTerminated();
        third.assertFailedWith(Bulkhead.Full.class);

        permit(first).release();
        second.assertCompleted();
    }

    @Test
    void aPermitIsGivenBackOnce() {
        var first = enter();
        permit(first).release();
        permit(first).release();

        enter().assertCompleted();
        enter().assertNotTerminated();
    }

    @Test
    void oneWhoLeavesTheQueueMakesRoomInIt() {
        var first = enter();
        var second = enter();
        second.cancel();
        var third = enter();

        permit(first).release();
        third.assertCompleted();
    }

    private UniAssertSubscriber<Permit> enter() {
        return bulkhead.acquire().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Permit permit(UniAssertSubscriber<Permit> entered) {
        var permit = entered.getItem();
        assertThat(permit).isNotNull();
        return permit;
    }
}
