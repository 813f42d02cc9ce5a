package io.holdfast.engine.app.file;

import io.holdfast.contracts.file.FileType;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.file.FileNames;
import io.holdfast.engine.file.FileReference;
import io.holdfast.engine.value.FileValues;
import io.holdfast.platform.file.FileSignatures;
import io.holdfast.platform.file.FileStore;
import io.holdfast.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the files that tools make. Blocking: for virtual threads. */
@ApplicationScoped
public class ToolFiles {

    /** As long as a run may take: nodes that come later hand the URL on. */
    private static final Duration LONGER = Duration.ofMinutes(20);

    private final FileStore store;
    private final FileSignatures signatures;
    private final Ids ids;

    ToolFiles(FileStore store, FileSignatures signatures, Ids ids) {
        this.store = store;
        this.signatures = signatures;
        this.ids = ids;
    }

    /**
     * Keeps a content.
     *
     * @param name may be empty
     * @return the file's value (dsl.md 2.6)
     * @throws UncheckedIOException when it cannot be kept
     */
    public Map<String, @Nullable Object> keep(
            RunStart run, byte[] content, String mimeType, String name) {
        UUID id = ids.next();
        String extension = FileNames.extension(name, mimeType);
        try {
            Path incoming = store.incoming();
            Files.write(incoming, content);
            store.keep(incoming, FileStore.tool(run.tenantId(), id));
        } catch (IOException e) {
            throw new UncheckedIOException("a tool's file cannot be kept", e);
        }
        String shown = extension.isEmpty() ? "" : extension.substring(1);
        return FileValues.of(
                new FileValues.Facts(
                        FileType.detect(shown, mimeType).wireName(),
                        FileReference.TOOL,
                        url(run.tenantId(), id, extension),
                        id.toString(),
                        name.isEmpty() ? id + extension : name,
                        extension,
                        mimeType,
                        content.length));
    }

    private String url(UUID tenantId, UUID id, String extension) {
        String path = "/files/tools/" + id + (extension.isEmpty() ? ".bin" : extension);
        return signatures.url(path, "tool|" + tenantId + "|" + id, LONGER) + "&tenant=" + tenantId;
    }
}
