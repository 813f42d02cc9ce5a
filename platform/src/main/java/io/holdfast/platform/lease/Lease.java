package io.holdfast.platform.lease;

import java.time.Instant;

/**
 * A lease as it was when it was taken or renewed.
 *
 * @param name what is leased
 * @param owner who has it
 * @param epoch one more with each change of owner; a write that names an older one is refused
 * @param expiresAt when it lapses unless it is renewed, by the store's clock
 */
public record Lease(String name, String owner, long epoch, Instant expiresAt) {}
