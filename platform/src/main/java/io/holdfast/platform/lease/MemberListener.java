package io.holdfast.platform.lease;

import java.util.List;
import java.util.UUID;

/** Hears of members. Called on an event loop: it must not block. */
public interface MemberListener {

    /** This process may work now, in this incarnation. */
    default void joined(UUID incarnation) {}

    /**
     * What this process owned in this incarnation belongs to others, or soon will: drop it, write
     * nothing more. The process joins again by itself, in a new incarnation.
     */
    default void lost(UUID incarnation) {}

    /** These members are gone for good; what they owned can be claimed now. */
    default void gone(List<UUID> incarnations) {}
}
