package io.holdfast.local.infra;

import java.nio.file.Path;

/** The folder for what can be had again at any time: unpacked programs. */
public final class InfraCache {

    private InfraCache() {}

    /**
     * {@code HOLDFAST_CACHE}, else {@code holdfast} in {@code XDG_CACHE_HOME}, else in {@code
     * ~/.cache}; for root without user namespaces a folder that other users can reach.
     */
    public static Path folder() {
        String own = System.getenv("HOLDFAST_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        if (PostgresUser.here() == PostgresUser.NOBODY) {
            return Path.of("/var/tmp/holdfast");
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        Path base =
                shared != null && !shared.isBlank()
                        ? Path.of(shared)
                        : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("holdfast");
    }
}
