package io.holdfast.gateway.file;

import io.holdfast.contracts.file.FileType;
import io.holdfast.gateway.http.DifyException;
import java.util.List;
import java.util.Locale;

/** What the name of an uploaded file must be, and what it says (http-api.md 3.5). */
final class UploadNames {

    private static final int LONGEST = 200;
    private static final long MEGABYTE = 1 << 20;

    private UploadNames() {}

    /**
     * The most bytes that a file of that name may have.
     *
     * @throws DifyException when no file of that name is taken
     */
    static long limit(String name, UploadConfig config) {
        if (name.isEmpty()) {
            throw new DifyException(
                    400, "filename_not_exists_error", "The specified filename does not exist.");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            throw DifyException.invalidParam("Filename contains invalid characters");
        }
        String extension = extension(name);
        if (config.refusedExtensions().orElse(List.of()).contains(extension)) {
            throw DifyException.invalidParam(
                    "File extension '." + extension + "' is not allowed for security reasons");
        }
        int megabytes =
                switch (FileType.detect(extension, "")) {
                    case IMAGE -> config.imageLimit();
                    case VIDEO -> config.videoLimit();
                    case AUDIO -> config.audioLimit();
                    case DOCUMENT, CUSTOM -> config.fileLimit();
                };
        return megabytes * MEGABYTE;
    }

    /** Without the dot, lower case; empty when there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name as it is kept. */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String stem = name.split("\\.", 2)[0];
        String cut = stem.substring(0, Math.min(LONGEST, stem.length()));
        String extension = extension(name);
        return extension.isEmpty() ? cut : cut + "." + extension;
    }
}
