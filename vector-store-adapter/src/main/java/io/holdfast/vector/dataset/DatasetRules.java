package io.holdfast.vector.dataset;

import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.vector.failure.KnowledgeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dataset may look like (http-api.md 4.2). */
final class DatasetRules {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DESCRIPTION = 400;
    private static final Set<String> PERMISSIONS =
            Set.of("only_me", "all_team_members", "partial_members");

    private DatasetRules() {}

    static void check(CreateDatasetRequest request) {
        checkName(request.name());
        checkDescription(request.description());
        String permission = request.permission();
        if (permission != null && !PERMISSIONS.contains(permission)) {
            throw KnowledgeException.invalid("Invalid permission.");
        }
    }

    private static void checkName(@Nullable String name) {
        if (name == null || name.isBlank() || length(name) > LONGEST_NAME) {
            throw KnowledgeException.invalid("Name must be between 1 to 40 characters.");
        }
        checkStorable(name);
    }

    private static void checkDescription(@Nullable String description) {
        if (description != null) {
            if (length(description) > LONGEST_DESCRIPTION) {
                throw KnowledgeException.invalid("Description cannot exceed 400 characters.");
            }
            checkStorable(description);
        }
    }

    /** PostgreSQL's text holds no NUL. */
    private static void checkStorable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw KnowledgeException.invalid("The character U+0000 is not allowed.");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
