package io.holdfast.model.call;

import io.holdfast.contracts.model.UsageRecorded;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.route.RouteTable;
import io.holdfast.model.usage.PriceCatalogue;
import io.smallrye.mutiny.Multi;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The door to all models. */
public final class ModelCalls {

    private final RouteTable routes;
    private final Attempts attempts;
    private final PriceCatalogue prices;
    private final UsageSink sink;
    private final LongSupplier nanoTime;

    public ModelCalls(
            RouteTable routes,
            Attempts attempts,
            PriceCatalogue prices,
            UsageSink sink,
            LongSupplier nanoTime) {
        this.routes = routes;
        this.attempts = attempts;
        this.prices = prices;
        this.sink = sink;
        this.nanoTime = nanoTime;
    }

    /**
     * Serves a call: its parts as they come, then the account. Nothing happens before subscription;
     * cancelling stops the upstream. Fails with a {@link ModelFailure}.
     */
    public Multi<Delivery> serve(ModelCall call) {
        return Multi.createFrom()
                .deferred(() -> {
                    var route = routes.resolve(call.type(), call.provider(), call.model());
                    return serve(new CallSession(call, route, nanoTime));
                });
    }

    private Multi<Delivery> serve(CallSession session) {
        var parts = attempts.run(session).onItem().transformToIterable(session::pass);
        Multi<Delivery> account =
                Multi.createFrom()
                        .deferred(() -> {
                            var told = session.account(prices);
                            record(session, "succeeded", null);
                            return Multi.createFrom().<Delivery>item(told);
                        });
        return Multi.createBy()
                .concatenating()
                .streams(parts, account)
                .onFailure()
                .invoke(failure -> record(session, "failed", failure))
                .onCancellation()
                .invoke(() -> record(session, "cancelled", null));
    }

    private void record(CallSession session, String outcome, @Nullable Throwable failure) {
        if (session.attempts() == 0 || session.settled()) {
            return;
        }
        session.settle();
        var type = failure instanceof ModelFailure known ? known.type().wireName() : null;
        var report = session.account(prices).report();
        sink.record(new UsageRecorded(session.call().type(), outcome, type, report));
    }
}
