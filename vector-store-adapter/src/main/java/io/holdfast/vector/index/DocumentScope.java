package io.holdfast.vector.index;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The documents that may answer.
 *
 * @param only null means all
 */
public record DocumentScope(@Nullable Set<UUID> only) {

    /** Every document of the dataset. */
    public static final DocumentScope ALL = new DocumentScope(null);

    /** These and no others. */
    public static DocumentScope of(Collection<UUID> documents) {
        return new DocumentScope(Set.copyOf(documents));
    }
}
