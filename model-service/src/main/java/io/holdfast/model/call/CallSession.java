package io.holdfast.model.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.CallReport;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.protocol.Prompts;
import io.holdfast.model.protocol.UsageJson;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.Upstream;
import io.holdfast.model.usage.CallTimes;
import io.holdfast.model.usage.PriceCatalogue;
import io.holdfast.model.usage.TokenCounts;
import io.holdfast.model.usage.TokenEstimate;
import io.holdfast.model.usage.Usages;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of one call while it is under way; lives on one event loop. */
final class CallSession {

    private final ModelCall call;
    private final Route route;
    private final LongSupplier nanoTime;
    private final long begun;
    private final CommitGate gate = new CommitGate();
    private final Set<Upstream> tried = new HashSet<>();
    private final TokenEstimate completion = new TokenEstimate();
    private int attempts;
    private Upstream upstream;
    private @Nullable Long firstToken;
    private Piece.@Nullable Counts counts;
    private boolean settled;

    CallSession(ModelCall call, Route route, LongSupplier nanoTime) {
        this.call = call;
        this.route = route;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.upstream = route.upstreams().getFirst();
    }

    ModelCall call() {
        return call;
    }

    Route route() {
        return route;
    }

    CommitGate gate() {
        return gate;
    }

    /** Requests sent upstream so far. */
    int attempts() {
        return attempts;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }

    /** Whether the call's usage is recorded already. */
    boolean settled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    /** The upstreams that this call did not try yet, in their order. */
    List<Upstream> untried() {
        return route.upstreams().stream().filter(each -> !tried.contains(each)).toList();
    }

    void chose(Upstream chosen) {
        upstream = chosen;
        tried.add(chosen);
        gate.reset();
    }

    void sent() {
        attempts++;
    }

    /** Takes note of a piece on its way; counts stay here, they are told at the end. */
    List<Delivery> pass(Piece piece) {
        return switch (piece) {
            case Piece.Chunk chunk -> {
                if (firstToken == null && chunk.substance()) {
                    firstToken = nanoTime.getAsLong() - begun;
                }
                completion.add(chunk.text());
                yield List.of(new Delivery.Part(chunk));
            }
            case Piece.Whole whole -> {
                completion.add(whole.text());
                yield List.of(new Delivery.Part(whole));
            }
            case Piece.Counts told -> {
                counts = told;
                yield List.of();
            }
        };
    }

    /** The account as it stands now. */
    Delivery.Account account(PriceCatalogue prices) {
        var tokens = tokens();
        var upstreamModel = upstream.modelFor(call.model());
        var price = route.price() == null ? prices.find(upstreamModel) : route.price();
        var times = new CallTimes(firstToken, nanoTime.getAsLong() - begun);
        var provider = call.provider() == null ? null : call.provider().toString();
        var report =
                new CallReport(
                        provider,
                        call.model(),
                        upstream.name(),
                        upstreamModel,
                        attempts,
                        tokens.estimated(),
                        Usages.of(tokens, times, price));
        return new Delivery.Account(report, usageObject(tokens));
    }

    private ObjectNode usageObject(TokenCounts tokens) {
        return counts == null ? UsageJson.write(tokens) : counts.usage();
    }

    private TokenCounts tokens() {
        if (counts != null) {
            return counts.tokens();
        }
        var prompt = new TokenEstimate().add(Prompts.text(call.body())).tokens();
        return new TokenCounts(prompt, completion.tokens(), true);
    }
}
