package io.holdfast.gateway.file;

import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.contracts.run.StartRunRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
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
        List<@Nullable Object> values = new ArrayList<>(request.files());
        values.addAll(request.inputs().values());
        return find(values, request.appId(), request.user()).map(request::withUploads);
    }

    /** What is known of the files of a user that values name. */
    public Uni<List<UploadedFile>> find(
            Collection<? extends @Nullable Object> values, UUID appId, String user) {
        Set<UUID> ids = new HashSet<>();
        values.forEach(value -> addIds(ids, value));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return table.find(ids, appId, user)
                .map(files -> files.stream().map(this::describe).toList());
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
