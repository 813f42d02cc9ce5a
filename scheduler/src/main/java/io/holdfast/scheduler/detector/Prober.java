package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.Healthz;
import io.smallrye.mutiny.Uni;

/** Asks an instance whether it is there. */
@FunctionalInterface
interface Prober {

    /** Its answer; fails when none came in time or it was no healthy one. */
    Uni<Healthz> probe(Target target);
}
