package io.holdfast.contracts.trigger;

import java.util.UUID;

/**
 * Asks an engine to see to it that a run begins: {@code POST /internal/v1/triggers/requests}.
 *
 * @param runId the id of the run; who got no answer asks again with the same
 */
public record TriggerRequest(UUID runId, UUID tenantId, RunRequested request) {}
