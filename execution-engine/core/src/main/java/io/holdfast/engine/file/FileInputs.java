package io.holdfast.engine.file;

import io.holdfast.contracts.file.FileType;
import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.engine.dsl.form.FormField;
import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the files that a request names into values (http-api.md 2.2, dsl.md 2.5). */
public final class FileInputs {

    private final KnownFiles known;
    private final boolean strict;

    /**
     * @param strict whether a stated type must be the detected one, as in workflow apps
     */
    public FileInputs(KnownFiles known, boolean strict) {
        this.known = known;
        this.strict = strict;
    }

    /** The URLs of all remote files that accepted inputs and top-level files name. */
    public static Set<String> remoteUrls(
            StartForm form,
            Map<String, @Nullable Object> inputs,
            List<Map<String, @Nullable Object>> files) {
        Set<String> urls = new LinkedHashSet<>();
        for (Map<String, @Nullable Object> file : files) {
            addRemote(urls, file);
        }
        for (FormField field : fileFields(form)) {
            for (Map<String, @Nullable Object> file : references(inputs.get(field.variable()))) {
                addRemote(urls, file);
            }
        }
        return urls;
    }

    private static void addRemote(Set<String> urls, Map<String, @Nullable Object> mapping) {
        FileReference reference = FileReference.of(mapping);
        if (reference.isRemote() && !reference.url().isEmpty()) {
            urls.add(reference.url());
        }
    }

    /**
     * The inputs with files in the place of their references.
     *
     * @throws InvalidInputException for the first file that is not acceptable
     */
    public Map<String, @Nullable Object> inputs(
            StartForm form, Map<String, @Nullable Object> accepted) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>(accepted);
        for (FormField field : fileFields(form)) {
            FilePolicy policy = FilePolicy.ofField(field.settings());
            Object value = inputs.get(field.variable());
            if (value instanceof Map<?, ?> mapping) {
                inputs.put(field.variable(), input(Values.asMap(mapping), policy));
            } else if (value instanceof List<?>) {
                inputs.put(field.variable(), inputs(references(value), policy));
            }
        }
        return inputs;
    }

    private static List<FormField> fileFields(StartForm form) {
        return form.fields().stream().filter(field -> field.type().startsWith("file")).toList();
    }

    private static List<Map<String, @Nullable Object>> references(@Nullable Object value) {
        List<Map<String, @Nullable Object>> references = new ArrayList<>();
        List<?> items =
                value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object item : items) {
            if (item instanceof Map<?, ?> mapping) {
                references.add(Values.asMap(mapping));
            }
        }
        return references;
    }

    private List<Map<String, @Nullable Object>> inputs(
            List<Map<String, @Nullable Object>> mappings, FilePolicy policy) {
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        for (Map<String, @Nullable Object> mapping : mappings) {
            files.add(input(mapping, policy));
        }
        return files;
    }

    private Map<String, @Nullable Object> input(
            Map<String, @Nullable Object> mapping, FilePolicy policy) {
        FileReference reference = FileReference.of(mapping);
        if (reference.method().isEmpty()) {
            throw new InvalidInputException("transfer_method is required in file mapping");
        }
        return resolve(reference, policy);
    }

    /**
     * The files beside the form; those that name nothing are left out, and all of them when the app
     * takes none.
     *
     * @throws InvalidInputException for the first file that is not acceptable
     */
    public List<Map<String, @Nullable Object>> files(
            List<Map<String, @Nullable Object>> mappings, FilePolicy policy) {
        if (!policy.enabled()) {
            return List.of();
        }
        List<FileReference> references =
                mappings.stream()
                        .map(FileReference::of)
                        .filter(file -> !file.method().isEmpty())
                        .filter(file -> !file.isRemote() || !file.url().isEmpty())
                        .toList();
        if (policy.limit() > 0 && references.size() > policy.limit()) {
            throw new InvalidInputException(
                    "Number of files exceeds the maximum limit " + policy.limit());
        }
        return references.stream().map(file -> resolve(file, policy)).toList();
    }

    private Map<String, @Nullable Object> resolve(FileReference reference, FilePolicy policy) {
        if (reference.isLocal()) {
            return local(reference, policy);
        }
        if (reference.isRemote()) {
            return remote(reference, policy);
        }
        throw new InvalidInputException("Invalid file transfer method: " + reference.method());
    }

    private Map<String, @Nullable Object> local(FileReference reference, FilePolicy policy) {
        if (reference.uploadId().isEmpty()) {
            throw new InvalidInputException("Invalid upload file id");
        }
        UploadedFile file = known.uploads().get(id(reference.uploadId()));
        if (file == null) {
            throw new InvalidInputException("Invalid upload file");
        }
        FileType detected = FileType.detect(file.extension(), file.mimeType());
        String extension = file.extension().isEmpty() ? "" : "." + file.extension();
        FileType type = admitted(reference, detected, file.name(), extension, policy);
        return FileValues.of(
                new FileValues.Facts(
                        type.wireName(),
                        FileReference.LOCAL,
                        file.url(),
                        file.id().toString(),
                        file.name(),
                        extension,
                        file.mimeType(),
                        file.size()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidInputException("Invalid upload file id format");
        }
    }

    private Map<String, @Nullable Object> remote(FileReference reference, FilePolicy policy) {
        if (reference.url().isEmpty()) {
            throw new InvalidInputException("Invalid file url");
        }
        RemoteFile file = known.remote().getOrDefault(reference.url(), RemoteFile.UNKNOWN);
        String name = file.name().isEmpty() ? FileNames.ofUrl(reference.url()) : file.name();
        String extension = FileNames.extension(name, file.mimeType());
        FileType detected =
                FileType.detect(extension.isEmpty() ? "" : extension.substring(1), file.mimeType());
        FileType type = admitted(reference, detected, name, extension, policy);
        return FileValues.of(
                new FileValues.Facts(
                        type.wireName(),
                        FileReference.REMOTE,
                        reference.url(),
                        null,
                        name,
                        extension,
                        file.mimeType(),
                        file.size()));
    }

    /** The type that the file goes by. */
    private FileType admitted(
            FileReference reference,
            FileType detected,
            String name,
            String extension,
            FilePolicy policy) {
        FileType stated = reference.type().flatMap(FileType::ofWireName).orElse(detected);
        if (strict && stated != FileType.CUSTOM && stated != detected) {
            throw new InvalidInputException(
                    "Detected file type does not match the specified type. Please verify the"
                            + " file.");
        }
        if (!policy.admits(stated, extension, reference.method())) {
            throw new InvalidInputException("File validation failed for file: " + name);
        }
        return stated;
    }
}
