package io.holdfast.vector.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory of this replica's indexes. Replicas that share a data directory (on one machine)
 * each take the first one that no other holds; the lock ends with the process.
 */
final class ReplicaDirectory implements AutoCloseable {

    private static final int MOST_REPLICAS = 64;

    private final Path path;
    private final FileChannel held;

    private ReplicaDirectory(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /**
     * Takes a directory below the root.
     *
     * @throws IOException when none can be made or all are taken
     */
    static ReplicaDirectory take(Path root) throws IOException {
        for (int i = 0; i < MOST_REPLICAS; i++) {
            Path path = root.resolve("replica-" + i);
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("held.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) != null) {
                return new ReplicaDirectory(path, channel);
            }
            channel.close();
        }
        throw new IOException("all " + MOST_REPLICAS + " replica directories are held: " + root);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return null;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
