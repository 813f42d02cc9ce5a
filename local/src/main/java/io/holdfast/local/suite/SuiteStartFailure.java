package io.holdfast.local.suite;

/** The suite did not become ready. The message names the instances and shows their last lines. */
public final class SuiteStartFailure extends RuntimeException {

    SuiteStartFailure(String message) {
        super(message);
    }
}
