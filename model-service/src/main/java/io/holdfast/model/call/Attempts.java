package io.holdfast.model.call;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.resilience.Bulkhead;
import io.holdfast.model.resilience.RetryPolicy;
import io.holdfast.model.route.Upstream;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.transport.Pauses;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Brings a call's answer from one of its upstreams. Nothing is tried again once the caller has seen
 * a piece of the answer; until then another upstream takes over at once, or the same one is asked
 * again after a wait.
 */
public final class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String AT_CAPACITY = "at_capacity";

    /** Asking the same upstream again would only take longer. */
    private static final Set<String> FINAL_CODES =
            Set.of(
                    "insufficient_quota",
                    "first_token_timeout",
                    "total_timeout",
                    "answer_too_large",
                    "circuit_open",
                    AT_CAPACITY);

    private final Vertx vertx;
    private final Map<String, ModelProtocol> protocols;
    private final UpstreamGuards guards;
    private final RetryPolicy retry;
    private final Deadlines deadlines;
    private final Duration queueWait;

    /**
     * @param protocols by their names
     * @param queueWait how long a call may wait for room at an upstream
     */
    public Attempts(
            Vertx vertx,
            Map<String, ModelProtocol> protocols,
            UpstreamGuards guards,
            RetryPolicy retry,
            Deadlines deadlines,
            Duration queueWait) {
        this.vertx = vertx;
        this.protocols = Map.copyOf(protocols);
        this.guards = guards;
        this.retry = retry;
        this.deadlines = deadlines;
        this.queueWait = queueWait;
    }

    /** The pieces of the answer. */
    Multi<Piece> run(CallSession session) {
        return attempt(session, session.route().upstreams());
    }

    private Multi<Piece> attempt(CallSession session, List<Upstream> among) {
        return Multi.createFrom()
                .deferred(() -> once(session, choose(among)))
                .onFailure()
                .recoverWithMulti(failure -> next(session, known(failure)));
    }

    private Upstream choose(List<Upstream> among) {
        return guards.firstOpenToCalls(among)
                .orElseThrow(() ->
                        circuitOpen(among.getFirst(), atLeastSoon(guards.shortestWait(among))));
    }

    private Multi<Piece> once(CallSession session, Upstream upstream) {
        session.chose(upstream);
        var guard = guards.of(upstream);
        var caller = vertx.getOrCreateContext();
        return guard.bulkhead()
                .acquire()
                .ifNoItem()
                .after(queueWait)
                .failWith(() -> atCapacity(upstream))
                .onFailure(Bulkhead.Full.class)
                .transform(full -> atCapacity(upstream))
                .emitOn(task -> caller.runOnContext(ignored -> task.run()))
                .onItem()
                .transformToMulti(permit -> send(session, upstream, guard, permit));
    }

    private Multi<Piece> send(
            CallSession session, Upstream upstream, UpstreamGuard guard, Bulkhead.Permit permit) {
        if (!guard.breaker().tryPass()) {
            permit.release();
            return Multi.createFrom().failure(circuitOpen(upstream, SOON));
        }
        var verdict = new UpstreamGuard.Verdict(guard.breaker());
        session.sent();
        var pieces =
                protocol(upstream)
                        .attempt(upstream, session.call(), remaining(session))
                        .onItem()
                        .invoke(piece -> verdictOf(piece, verdict))
                        .onFailure()
                        .invoke(verdict::failed)
                        .onTermination()
                        .invoke(() -> {
                            verdict.abandoned();
                            permit.release();
                        })
                        .onItem()
                        .transformToIterable(session.gate()::admit);
        var rest =
                Multi.createFrom()
                        .deferred(() -> Multi.createFrom().iterable(session.gate().release()));
        return Multi.createBy().concatenating().streams(pieces, rest);
    }

    private static void verdictOf(Piece piece, UpstreamGuard.Verdict verdict) {
        if (piece.begins()) {
            verdict.succeeded();
        }
    }

    private ModelProtocol protocol(Upstream upstream) {
        var protocol = protocols.get(upstream.protocol());
        if (protocol == null) {
            throw new IllegalStateException("no protocol " + upstream.protocol());
        }
        return protocol;
    }

    private Deadlines remaining(CallSession session) {
        var left = deadlines.total().minus(session.elapsed());
        var own = session.route().firstToken();
        var patience = own == null ? deadlines : deadlines.firstToken(own);
        return patience.total(left.isNegative() ? Duration.ZERO : left);
    }

    private Multi<Piece> next(CallSession session, ModelFailure failure) {
        if (session.gate().committed()) {
            return Multi.createFrom().failure(failure);
        }
        var others = session.untried();
        var budgetLeft = session.attempts() < retry.maxAttempts();
        if (budgetLeft && othersMayDo(failure) && guards.firstOpenToCalls(others).isPresent()) {
            LOG.debugf("%s, going on with another upstream", failure.code());
            return attempt(session, others);
        }
        return again(session, failure);
    }

    private Multi<Piece> again(CallSession session, ModelFailure failure) {
        var all = session.route().upstreams();
        var wait =
                sameMayDo(failure) && guards.firstOpenToCalls(all).isPresent()
                        ? retry.waitAfter(session.attempts(), failure.retryAfter())
                        : Optional.<Duration>empty();
        var inTime =
                wait.filter(time -> session.elapsed().plus(time).compareTo(deadlines.total()) < 0);
        if (inTime.isEmpty()) {
            return Multi.createFrom().failure(failure);
        }
        return Pauses.of(vertx, inTime.get())
                .onItem()
                .transformToMulti(ignored -> attempt(session, all));
    }

    private static boolean sameMayDo(ModelFailure failure) {
        return switch (failure.type()) {
            case RATE_LIMIT, CONNECTION, SERVER_UNAVAILABLE ->
                    !FINAL_CODES.contains(failure.code());
            case AUTHORIZATION, BAD_REQUEST, MODEL_NOT_EXIST, CALLER_NOT_ALLOWED -> false;
        };
    }

    private static boolean othersMayDo(ModelFailure failure) {
        return switch (failure.type()) {
            case RATE_LIMIT, CONNECTION, SERVER_UNAVAILABLE, AUTHORIZATION ->
                    !failure.code().equals("total_timeout");
            // An upstream that does not know the model answers 404; another one may know it.
            case BAD_REQUEST -> failure.status() == 404;
            case MODEL_NOT_EXIST, CALLER_NOT_ALLOWED -> false;
        };
    }

    private static ModelFailure known(Throwable failure) {
        if (failure instanceof ModelFailure known) {
            return known;
        }
        LOG.error("A model call failed inside", failure);
        return ModelFailure.internal();
    }

    private static ModelFailure atCapacity(Upstream upstream) {
        return ModelFailure.of(
                        ModelErrorType.RATE_LIMIT,
                        AT_CAPACITY,
                        429,
                        "[%s] Too many calls to this upstream are under way."
                                .formatted(upstream.name()))
                .retryAfter(SOON);
    }

    private static ModelFailure circuitOpen(Upstream upstream, Duration wait) {
        return ModelFailure.unavailable(
                        "circuit_open",
                        "[%s] The upstream failed several times in a row and is left alone for a moment."
                                .formatted(upstream.name()))
                .retryAfter(wait);
    }

    private static Duration atLeastSoon(Duration wait) {
        return wait.compareTo(SOON) < 0 ? SOON : wait;
    }
}
