package io.holdfast.contracts.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instance as the failure detector sees it.
 *
 * @param service the service's name, such as {@code api-gateway}
 * @param url where it is probed
 * @param instance the name that it answered with; null while it never answered
 * @param version the build that it answered with; null while it never answered
 * @param missedProbes unanswered probes in a row
 * @param since when it came into this state
 * @param lastAnswer when it last answered; null while it never did
 */
public record InstanceView(
        String service,
        String url,
        @Nullable String instance,
        @Nullable String version,
        InstanceState state,
        int missedProbes,
        Instant since,
        @Nullable Instant lastAnswer) {}
