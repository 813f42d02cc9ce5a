package io.holdfast.engine.app.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engine reads files. */
@ConfigMapping(prefix = "holdfast.file-access")
public interface FileAccessConfig {

    /** How long a server may take to say what a remote file is, before the run begins without. */
    @WithDefault("5S")
    Duration probe();

    /** Silence of a server after which a download fails. */
    @WithDefault("30S")
    Duration read();

    /** The largest file whose content nodes use. */
    @WithDefault("20M")
    MemorySize most();

    /** Contents in memory at the same time, in files. */
    @WithDefault("8")
    int concurrency();
}
