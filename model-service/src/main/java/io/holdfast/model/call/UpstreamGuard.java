package io.holdfast.model.call;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.resilience.Bulkhead;
import io.holdfast.model.resilience.CircuitBreaker;

/** The breaker and the bulkhead of one upstream. */
record UpstreamGuard(CircuitBreaker breaker, Bulkhead bulkhead) {

    /** Says once how an attempt went; what comes later does not count. */
    static final class Verdict {

        private final CircuitBreaker breaker;
        private boolean given;

        Verdict(CircuitBreaker breaker) {
            this.breaker = breaker;
        }

        void succeeded() {
            if (!given) {
                given = true;
                breaker.succeeded();
            }
        }

        void failed(Throwable failure) {
            if (given) {
                return;
            }
            var type =
                    failure instanceof ModelFailure known
                            ? known.type()
                            : ModelErrorType.SERVER_UNAVAILABLE;
            switch (type) {
                case CONNECTION, SERVER_UNAVAILABLE -> {
                    given = true;
                    breaker.failed();
                }
                // The upstream is well; it is the request, the key or the rate.
                case BAD_REQUEST, MODEL_NOT_EXIST -> succeeded();
                case AUTHORIZATION, RATE_LIMIT, CALLER_NOT_ALLOWED -> abandoned();
            }
        }

        void abandoned() {
            if (!given) {
                given = true;
                breaker.abandoned();
            }
        }
    }
}
