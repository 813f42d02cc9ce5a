package io.holdfast.platform.instance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who this process is. */
@ConfigMapping(prefix = "holdfast.instance")
public interface InstanceConfig {

    /**
     * The name of this process, kept over its restarts: in logs, in {@code /healthz} and in the
     * failure detector. By default the host's name, which in Kubernetes is the pod's.
     */
    @WithDefault("${HOSTNAME:local}")
    String id();
}
