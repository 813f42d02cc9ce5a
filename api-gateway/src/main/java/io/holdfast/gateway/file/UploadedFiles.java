package io.holdfast.gateway.file;

import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.contracts.run.StartRunRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the uploaded files that a run is asked to take. */
@Singleton
public class UploadedFiles {

    /** A run may take that long, and its nodes read a file by its URL to the end. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(20);

    private final UploadTable table;
    private final FileUrls urls;

    UploadedFiles(UploadTable table, FileUrls urls) {
        this.table = table;
        this.urls = urls;
    }

    /** The request with what is known of the files of its user that it names. */
    public Uni<StartRunRequest> addTo(StartRunRequest request) {
        Set<UUID> ids = new HashSet<>();
        request.files().forEach(file -> addId(ids, file));
        request.inputs().values().forEach(input -> addIds(ids, input));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(request);
        }
        return table.find(ids, request.appId(), request.user())
                .map(files -> request.withUploads(files.stream().map(this::describe).toList()));
    }

    private UploadedFile describe(StoredUpload file) {
        return new UploadedFile(
                file.id(),
                file.name(),
                file.extension(),
                file.mimeType(),
                file.size(),
                urls.of(file.id(), LONGEST_RUN));
    }

    /** Where a file of a message can be read for a while: the URL that it came with is old. */
    public @Nullable Object urlOf(Map<String, @Nullable Object> file) {
        Object id = file.get("related_id");
        return "local_file".equals(file.get("transfer_method")) && id != null
                ? urls.of(UUID.fromString(id.toString()), Duration.ZERO)
                : file.get("url");
    }

    private static void addIds(Set<UUID> ids, @Nullable Object input) {
        Collection<?> items =
                input instanceof List<?> list ? list : input == null ? List.of() : List.of(input);
        for (Object item : items) {
            if (item instanceof Map<?, ?> mapping) {
                addId(ids, mapping);
            }
        }
    }

    private static void addId(Set<UUID> ids, Map<?, ?> mapping) {
        try {
            ids.add(UUID.fromString(String.valueOf(mapping.get("upload_file_id"))));
        } catch (IllegalArgumentException nobodysFile) {
            // what is wrong with it, the engine says, which knows what it is for
        }
    }
}
