package io.holdfast.local.infra;

import java.nio.file.Path;

/**
 * Where a PostgreSQL server lives and how careful it is.
 *
 * @param home folder of this server's data, log and working files
 * @param secrets folder in which its passwords are kept
 * @param cache folder of the unpacked programs, shared by all servers of the machine
 * @param log file of its log
 * @param port port on 127.0.0.1; 0 takes a free one
 * @param durable whether a commit survives a crash of the machine (fsync); off only for tests,
 *     which throw the data away
 */
public record PostgresSettings(
        Path home, Path secrets, Path cache, Path log, int port, boolean durable) {

    /** Makes the paths absolute, since the server runs in another working directory. */
    public PostgresSettings {
        home = home.toAbsolutePath().normalize();
        secrets = secrets.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
    }

    /** A server that lives in one folder, passwords included. */
    public static PostgresSettings in(Path folder, int port, boolean durable) {
        return new PostgresSettings(
                folder,
                folder.resolve("secrets"),
                InfraCache.folder(),
                folder.resolve("postgres.log"),
                port,
                durable);
    }

    Path data() {
        return home.resolve("data");
    }
}
