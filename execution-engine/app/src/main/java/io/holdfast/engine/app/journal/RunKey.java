package io.holdfast.engine.app.journal;

import java.util.UUID;

/**
 * The right to write a run's journal.
 *
 * @param epoch raised by every takeover; a writer with an old one is refused
 */
public record RunKey(UUID runId, String owner, long epoch) {}
