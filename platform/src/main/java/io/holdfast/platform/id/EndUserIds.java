package io.holdfast.platform.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of those who use an app, the same for ever, without a table to look them up in. */
public final class EndUserIds {

    private EndUserIds() {}

    /** The id of one user of an app. */
    public static UUID of(UUID appId, String user) {
        return UUID.nameUUIDFromBytes((appId + "/" + user).getBytes(StandardCharsets.UTF_8));
    }
}
