package io.holdfast.engine.app.sandbox;

/** Where the code of a code node (dsl.md 3.8) runs: never in this process, never unconfined. */
public interface CodeSandbox extends AutoCloseable {

    /**
     * Runs the task to its end, at the latest shortly after its time limit.
     *
     * <p>Blocks: call it on a virtual thread. Thread-safe; at most the configured number of tasks
     * run at a time, others wait for the configured time.
     *
     * @return how it ended; failures of the code and of the sandbox are outcomes, not exceptions
     */
    CodeOutcome run(CodeTask task);

    /** What confines the code; looks for it on the machine when that was not done yet. */
    ConfinementLevel level();

    /** Ends all processes of the sandbox. Tasks that still run end as failed. */
    @Override
    void close();
}
