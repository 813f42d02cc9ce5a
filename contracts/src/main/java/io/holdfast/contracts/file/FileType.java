package io.holdfast.contracts.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What kind of content a file has (dsl.md 2.5, http-api.md 3.5). */
public enum FileType {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    CUSTOM;

    private static final Map<String, FileType> BY_EXTENSION = byExtension();

    private static Map<String, FileType> byExtension() {
        Map<String, FileType> types = new HashMap<>();
        put(types, IMAGE, "jpg jpeg png webp gif svg");
        put(types, VIDEO, "mp4 mov mpeg webm");
        put(types, AUDIO, "mp3 m4a wav amr mpga");
        put(types, DOCUMENT, "txt markdown md mdx pdf html htm xlsx xls docx csv vtt properties");
        put(types, DOCUMENT, "doc eml msg pptx ppt xml epub");
        return Map.copyOf(types);
    }

    private static void put(Map<String, FileType> types, FileType type, String extensions) {
        for (String extension : extensions.split(" ", -1)) {
            types.put(extension, type);
        }
    }

    /** The name in requests and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a name that is none. */
    public static Optional<FileType> ofWireName(String name) {
        for (FileType type : values()) {
            if (type.wireName().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * By extension, then by MIME type; custom when neither says.
     *
     * @param extension without the dot, in any case; may be empty
     * @param mimeType may be empty
     */
    public static FileType detect(String extension, String mimeType) {
        FileType known = BY_EXTENSION.get(extension.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return switch (mimeType.split("/", 2)[0]) {
            case "image" -> IMAGE;
            case "video" -> VIDEO;
            case "audio" -> AUDIO;
            case "text" -> DOCUMENT;
            default -> mimeType.startsWith("application/pdf") ? DOCUMENT : CUSTOM;
        };
    }
}
