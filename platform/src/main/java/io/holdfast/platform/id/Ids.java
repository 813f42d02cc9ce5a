package io.holdfast.platform.id;

import java.util.UUID;

/** Where ids come from. */
@FunctionalInterface
public interface Ids {

    /** A UUID of version 7 that sorts after all that this source gave before. */
    UUID next();
}
