package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a file. */
public sealed interface ImportOutcome {

    /** The file's version as it stands there; empty when it could not be read. */
    String importedVersion();

    /**
     * The app is ready to be published.
     *
     * @param tree the healed file, from which {@link AppDefinitionReader} reads the same definition
     *     again
     * @param warnings one sentence each, empty when there is nothing to say
     */
    record Imported(
            String importedVersion,
            AppDefinition definition,
            Map<String, @Nullable Object> tree,
            List<String> warnings)
            implements ImportOutcome {

        public Imported {
            warnings = List.copyOf(warnings);
        }
    }

    /** The file is of a newer major version: it is read only when somebody confirms it. */
    record NeedsConfirmation(String importedVersion) implements ImportOutcome {}

    /**
     * The file cannot be imported.
     *
     * @param error the text for the author (dsl.md 1.10)
     */
    record Refused(String importedVersion, String error) implements ImportOutcome {}
}
