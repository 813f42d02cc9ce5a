package io.holdfast.engine.app.catalog;

import io.holdfast.contracts.app.ImportAppResult;
import io.holdfast.contracts.app.ImportStatus;
import io.holdfast.engine.dsl.importing.DslVersion;
import io.holdfast.engine.dsl.importing.ImportOutcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways in which an import ends. */
final class ImportResults {

    private ImportResults() {}

    static ImportAppResult published(UUID id, AppEntity app, ImportOutcome.Imported imported) {
        return new ImportAppResult(
                id,
                imported.warnings().isEmpty()
                        ? ImportStatus.COMPLETED
                        : ImportStatus.COMPLETED_WITH_WARNINGS,
                app.id,
                app.mode,
                app.name,
                app.currentVersion,
                DslVersion.CURRENT.toString(),
                imported.importedVersion(),
                "",
                imported.warnings());
    }

    static ImportAppResult pending(
            UUID id, @Nullable UUID appId, ImportOutcome.NeedsConfirmation newer) {
        return new ImportAppResult(
                id,
                ImportStatus.PENDING,
                appId,
                null,
                null,
                null,
                DslVersion.CURRENT.toString(),
                newer.importedVersion(),
                "",
                List.of());
    }

    static ImportAppResult refused(UUID id, ImportOutcome.Refused refused) {
        return new ImportAppResult(
                id,
                ImportStatus.FAILED,
                null,
                null,
                null,
                null,
                DslVersion.CURRENT.toString(),
                refused.importedVersion(),
                refused.error(),
                List.of());
    }

    static ImportAppResult expired(UUID id) {
        return refused(
                id, new ImportOutcome.Refused("", "Import information expired or does not exist"));
    }
}
