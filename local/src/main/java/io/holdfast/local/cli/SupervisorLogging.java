package io.holdfast.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the broker, which runs in the supervisor, writes its log: a file, not the terminal. */
final class SupervisorLogging {

    private static final int LARGEST_BYTES = 20 * 1024 * 1024;

    private SupervisorLogging() {}

    static void into(Path file) throws IOException {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new FileHandler(file.toString(), LARGEST_BYTES, 1, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.INFO);
        root.addHandler(handler);
    }
}
