package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Paragraphs and tables in the order of the document. */
final class WordDocument {

    private WordDocument() {}

    static String extract(byte[] content) throws IOException {
        Archives.check(content);
        List<String> parts = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            for (IBodyElement element : document.getBodyElements()) {
                String text = text(element);
                if (!text.isBlank()) {
                    parts.add(text);
                }
            }
        }
        return String.join("\n", parts);
    }

    private static String text(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph paragraph -> paragraph.getText();
            case XWPFTable table -> table(table);
            default -> "";
        };
    }

    private static String table(XWPFTable table) {
        MarkdownTable markdown = new MarkdownTable();
        for (XWPFTableRow row : table.getRows()) {
            markdown.add(row.getTableCells().stream().map(XWPFTableCell::getText).toList());
        }
        return markdown.text();
    }
}
