package io.holdfast.engine.app.catalog;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds apps to run. */
public interface AppVersions {

    /**
     * Finds an app for a new run.
     *
     * @param versionId a version of the app; null means the newest
     * @return fails with {@link AppNotFoundException} when there is no such app or version
     */
    Uni<PublishedApp> find(UUID appId, @Nullable UUID versionId);

    /**
     * Finds the version that a run began with, also when the app has been deleted since.
     *
     * @return fails with {@link AppNotFoundException} when there is no such version
     */
    Uni<PublishedApp> findForResume(UUID appId, UUID versionId);
}
