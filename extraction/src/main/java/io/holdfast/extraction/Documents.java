package io.holdfast.extraction;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gets the texts out of documents. Needs several times the document's size in memory while it
 * works, and cannot be interrupted.
 */
public final class Documents {

    private static final Map<String, Extractor> BY_EXTENSION = byExtension();
    private static final Map<String, String> EXTENSION_BY_MIME =
            Map.ofEntries(
                    Map.entry("application/pdf", "pdf"),
                    Map.entry("application/json", "json"),
                    Map.entry("application/msword", "doc"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            "docx"),
                    Map.entry("text/csv", "csv"),
                    Map.entry("application/vnd.ms-excel", "xls"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            "xlsx"),
                    Map.entry("application/vnd.ms-powerpoint", "ppt"),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.presentationml"
                                    + ".presentation",
                            "pptx"),
                    Map.entry("application/epub+zip", "epub"),
                    Map.entry("message/rfc822", "eml"),
                    Map.entry("application/vnd.ms-outlook", "msg"),
                    Map.entry("text/vtt", "vtt"),
                    Map.entry("application/vnd.oasis.opendocument.text", "odt"));

    private Documents() {}

    private static Map<String, Extractor> byExtension() {
        Map<String, Extractor> all = new HashMap<>();
        for (String plain :
                "txt markdown md mdx html htm xml yaml yml log ini toml sql py js ts java sh css"
                        .split(" ", -1)) {
            all.put(plain, PlainText::read);
        }
        all.put("json", JsonDocument::extract);
        all.put("pdf", PdfDocument::extract);
        all.put("docx", WordDocument::extract);
        all.put("doc", OldOffice::word);
        all.put("csv", CsvDocument::extract);
        all.put("xlsx", Workbooks::extract);
        all.put("xls", Workbooks::extract);
        all.put("pptx", Slides::extract);
        all.put("ppt", OldOffice::slides);
        all.put("epub", Archives::epub);
        all.put("odt", Archives::openDocument);
        all.put("eml", MailDocument::extract);
        all.put("msg", OldOffice::mail);
        all.put("vtt", SubtitleDocument::extract);
        all.put("properties", PropertiesDocument::extract);
        return Map.copyOf(all);
    }

    /**
     * The text of a document.
     *
     * @param extension with or without the dot; may be empty
     * @param mimeType counts when the extension is empty; may be empty
     */
    public static String extract(byte[] content, String extension, String mimeType)
            throws ExtractionException {
        Extractor extractor = find(extension, mimeType);
        try {
            return extractor.extract(content);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the libraries meet broken documents with all kinds of exceptions
            throw new ExtractionException(
                    "Failed to extract text from " + named(extension, mimeType) + ": " + reason(e),
                    e);
        }
    }

    private static String reason(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private static Extractor find(String extension, String mimeType) throws ExtractionException {
        String dotless =
                extension.toLowerCase(Locale.ROOT).startsWith(".")
                        ? extension.substring(1).toLowerCase(Locale.ROOT)
                        : extension.toLowerCase(Locale.ROOT);
        String mime = mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (dotless.isEmpty()) {
            String known = EXTENSION_BY_MIME.get(mime);
            dotless = known == null && mime.startsWith("text/") ? "txt" : known;
        }
        Extractor extractor = dotless == null ? null : BY_EXTENSION.get(dotless);
        if (extractor == null) {
            throw new ExtractionException(
                    extension.isEmpty()
                            ? "Unsupported MIME type: " + mimeType
                            : "Unsupported Extension Type: ." + dotless,
                    null);
        }
        return extractor;
    }

    private static String named(String extension, String mimeType) {
        return extension.isEmpty() ? mimeType : extension;
    }
}
