package io.holdfast.platform.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A directory that all services and replicas share. */
public final class LocalFileStore implements FileStore {

    private static final String INCOMING = "incoming";

    private final Path root;

    public LocalFileStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Path incoming() throws IOException {
        Path folder = Files.createDirectories(root.resolve(INCOMING));
        return Files.createTempFile(folder, "upload-", null);
    }

    /** Durable and whole under its name, or not there: a crash in between leaves no half of it. */
    @Override
    public void keep(Path incoming, String name) throws IOException {
        Path target = path(name);
        Files.createDirectories(target.getParent());
        try (FileChannel content = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
            content.force(true);
        }
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Path fetch(String name) throws IOException {
        Path path = path(name);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(name);
        }
        return path;
    }

    private Path path(String name) {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalArgumentException("not a name of a file: " + name);
        }
        return path;
    }
}
