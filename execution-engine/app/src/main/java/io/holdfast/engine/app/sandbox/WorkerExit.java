package io.holdfast.engine.app.sandbox;

import java.io.IOException;

/** What the exit code of a worker that ran user code itself says about the code. */
final class WorkerExit {
    private static final int SIGNALLED = 128;
    private static final int SIGABRT = 6;
    private static final int SIGTRAP = 5;
    private static final int SIGSEGV = 11;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;
    private static final int SIGKILL = 9;

    private WorkerExit() {}

    /**
     * Explains an exit without an answer.
     *
     * @throws IOException the cause, when the process was ended from outside
     */
    static Answer explain(int exit, IOException cause) throws IOException {
        if (exit < SIGNALLED) {
            return new Answer(Answer.Kind.NOTHING, "");
        }
        return switch (exit - SIGNALLED) {
            // V8 ends the process by one of these when it gets no more memory.
            case SIGABRT, SIGTRAP, SIGSEGV -> new Answer(Answer.Kind.LIMIT, "memory");
            case SIGXCPU -> new Answer(Answer.Kind.TIME, "");
            case SIGXFSZ -> new Answer(Answer.Kind.LIMIT, "file size");
            case SIGKILL -> throw cause;
            default -> new Answer(Answer.Kind.ERROR, "error: signal: " + (exit - SIGNALLED));
        };
    }
}
