package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Documents that are archives of others. None may hold more than fits in memory. */
final class Archives {

    private static final long MOST = 64L << 20;
    private static final int BUFFER = 8192;

    private Archives() {}

    /**
     * Reads an archive through before a library takes it into memory.
     *
     * @throws IOException when it unpacks to too much
     */
    static void check(byte[] content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = MOST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new IOException("it unpacks to more than " + MOST + " bytes");
                    }
                }
            }
        }
    }

    /** The texts of a book's pages, by the order of their names. */
    static String epub(byte[] content) throws IOException {
        TreeMap<String, String> pages = new TreeMap<>();
        read(
                content,
                name -> name.endsWith(".xhtml") || name.endsWith(".html") || name.endsWith(".htm"),
                (name, page) -> pages.put(name, Jsoup.parse(page, null, "").body().wholeText()));
        List<String> texts = new ArrayList<>();
        pages.values().forEach(page -> page.lines().map(String::strip).forEach(texts::add));
        texts.removeIf(String::isEmpty);
        return String.join("\n", texts);
    }

    /** Headings and paragraphs of an OpenDocument text. */
    static String openDocument(byte[] content) throws IOException {
        List<String> texts = new ArrayList<>();
        read(
                content,
                name -> name.equals("content.xml"),
                (name, xml) -> {
                    Document document = Jsoup.parse(xml, null, "", Parser.xmlParser());
                    for (Element element : document.select("text|h, text|p")) {
                        texts.add(element.wholeText());
                    }
                });
        return String.join("\n", texts);
    }

    @FunctionalInterface
    private interface Wanted {
        boolean is(String name);
    }

    @FunctionalInterface
    private interface Taker {
        void take(String name, InputStream content) throws IOException;
    }

    private static void read(byte[] content, Wanted wanted, Taker taker) throws IOException {
        check(content);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (wanted.is(entry.getName().toLowerCase(Locale.ROOT))) {
                    taker.take(entry.getName(), new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        }
    }
}
