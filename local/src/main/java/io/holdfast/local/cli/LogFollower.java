package io.holdfast.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what is added to a file, in whole lines. Not safe for concurrent use. */
final class LogFollower {

    private final Path file;
    private long position;

    /** Follows from that offset in bytes. */
    LogFollower(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /** The complete lines added since the last call; starts again when the file was replaced. */
    String more() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < position) {
                position = 0;
            }
            log.seek(position);
            byte[] added = new byte[(int) Math.min(log.length() - position, 1 << 20)];
            log.readFully(added);
            int complete = lastLineEnd(added);
            position += complete;
            return new String(added, 0, complete, StandardCharsets.UTF_8);
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return bytes.length == 1 << 20 ? bytes.length : 0;
    }
}
