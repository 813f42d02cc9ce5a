package io.holdfast.gateway.remote;

import io.holdfast.contracts.error.Problem;

/** Another service answered, with a problem. */
public final class RefusedException extends RuntimeException {

    private final Problem problem;

    public RefusedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public String code() {
        return problem.code();
    }

    /** Whether it said that it cannot now, and another replica might. */
    public boolean isReplicasFault() {
        return problem.status() == 502 || problem.status() == 503 || problem.status() == 504;
    }
}
