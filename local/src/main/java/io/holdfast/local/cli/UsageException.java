package io.holdfast.local.cli;

/** The command line says something that does not exist. The message is for its author. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
