package io.holdfast.contracts.tenant;

import java.util.UUID;

/** The tenants that are known without asking anyone. */
public final class Tenants {

    /** The one tenant there is until tenants can be made. */
    public static final UUID DEFAULT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Tenants() {}
}
