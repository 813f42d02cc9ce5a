package io.holdfast.local.control;

import io.holdfast.local.suite.SuiteHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One supervisor per home: the operating system frees the lock when its process ends. */
public final class SupervisorLock implements AutoCloseable {

    private final FileChannel channel;

    private SupervisorLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when another supervisor has it. */
    public static Optional<SupervisorLock> tryTake(SuiteHome home) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.running().resolve("supervisor.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SupervisorLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a supervisor runs on the home. */
    public static boolean isTaken(SuiteHome home) {
        Optional<SupervisorLock> free = tryTake(home);
        free.ifPresent(SupervisorLock::close);
        return free.isEmpty();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
