package io.holdfast.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of dsl.md 3.17. */
class DocumentsTest {

    private static String text(String content, String extension) throws ExtractionException {
        return Documents.extract(content.getBytes(StandardCharsets.UTF_8), extension, "");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "windows-1251", "Shift_JIS", "GB18030"})
    void plainTextComesInManyEncodings(String charset) throws Exception {
        String said =
                switch (charset) {
                    case "windows-1251" -> "Привет, как дела? Сегодня хорошая погода.";
                    case "Shift_JIS" -> "こんにちは。今日はいい天気ですね。";
                    case "GB18030" -> "你好，今天天气很好。我们去公园吧。";
                    default -> "Grüße aus München";
                };

        assertThat(Documents.extract(said.getBytes(Charset.forName(charset)), ".txt", ""))
                .isEqualTo(said);
    }

    @Test
    void jsonIsMadeReadable() throws Exception {
        assertThat(text("{\"a\":[1,\"é\"],\"b\":{}}", ".json"))
                .isEqualTo(
                        """
                        {
                          "a": [
                            1,
                            "é"
                          ],
                          "b": { }
                        }\
                        """);
    }

    @Test
    void aCsvIsATable() throws Exception {
        assertThat(text("name,says\nAda,\"hello,\nthere\"\n\nBob\n", "csv"))
                .isEqualTo(
                        """
                        | name | says |
                        | --- | --- |
                        | Ada | hello, there |
                        | Bob |  |\
                        """);
    }

    @Test
    void aPdfGivesThePagesTexts() throws Exception {
        assertThat(Documents.extract(pdf("first page", "second page"), ".pdf", "").strip())
                .isEqualToIgnoringNewLines("first pagesecond page");
        assertThat(Documents.extract(pdf("by its type"), "", "application/pdf").strip())
                .isEqualTo("by its type");
    }

    private static byte[] pdf(String... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    stream.beginText();
                    stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    stream.newLineAtOffset(72, 700);
                    stream.showText(text);
                    stream.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aWordDocumentKeepsItsOrder() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("before");
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("k");
            table.getRow(0).getCell(1).setText("v");
            table.getRow(1).getCell(0).setText("a");
            table.getRow(1).getCell(1).setText("1");
            document.createParagraph().createRun().setText("after");
            document.write(bytes);
        }

        assertThat(Documents.extract(bytes.toByteArray(), ".DOCX", ""))
                .isEqualTo("before\n| k | v |\n| --- | --- |\n| a | 1 |\nafter");
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", ".xls"})
    void eachSheetOfAWorkbookIsATable(String extension) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook =
                extension.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet first = workbook.createSheet("first");
            fill(first.createRow(0), "name", "age");
            Row ada = first.createRow(2);
            ada.createCell(0).setCellValue("Ada");
            ada.createCell(1).setCellValue(36);
            workbook.createSheet("empty");
            fill(workbook.createSheet("last").createRow(0), "only", "head");
            workbook.write(bytes);
        }

        assertThat(Documents.extract(bytes.toByteArray(), extension, ""))
                .isEqualTo(
                        """
                        | name | age |
                        | --- | --- |
                        | Ada | 36 |

                        | only | head |
                        | --- | --- |\
                        """);
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void slidesGiveTheirShapesTexts() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("one");
            show.createSlide().createTextBox().setText("two");
            show.write(bytes);
        }

        assertThat(Documents.extract(bytes.toByteArray(), ".pptx", "")).isEqualTo("one\ntwo");
    }

    @Test
    void aBookGivesItsPagesTexts() throws Exception {
        byte[] book =
                zip(
                        "OEBPS/1.xhtml", "<html><body><h1>One</h1><p>first</p></body></html>",
                        "OEBPS/2.xhtml", "<html><body><p>second</p></body></html>",
                        "OEBPS/style.css", "p { color: red }");

        assertThat(Documents.extract(book, ".epub", "")).isEqualTo("Onefirst\nsecond");
    }

    @Test
    void anOpenDocumentGivesItsParagraphs() throws Exception {
        byte[] document =
                zip(
                        "content.xml",
                        "<office:document-content><office:body><text:h>Head</text:h>"
                                + "<text:p>A <text:span>span</text:span></text:p></office:body>"
                                + "</office:document-content>");

        assertThat(Documents.extract(document, ".odt", "")).isEqualTo("Head\nA span");
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aMailGivesItsPlainText() throws Exception {
        String mail =
                """
                From: ada@example.com
                Subject: Hi
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Gr=C3=BC=C3=9Fe
                --b
                Content-Type: text/html; charset=utf-8

                <p>page</p>
                --b--
                """;

        assertThat(text(mail.replace("\n", "\r\n"), ".eml")).isEqualTo("Grüße");
        assertThat(text("Content-Type: text/html\r\n\r\n<p>only a page</p>", ".eml"))
                .isEqualTo("only a page");
    }

    @Test
    void subtitlesAreJoinedBySpeaker() throws Exception {
        String subtitles =
                """
                WEBVTT

                1
                00:01.000 --> 00:02.000
                <v Ada>Hello,

                00:02.000 --> 00:03.000
                <v Ada>there.

                00:03.000 --> 00:04.000
                <v Bob>Hi <b>you</b>.
                """;

        assertThat(text(subtitles, ".vtt")).isEqualTo("Ada: Hello, there.\nBob: Hi you.");
    }

    @Test
    void propertiesAreLines() throws Exception {
        assertThat(text("# head\na = 1\nb: 2\n\nflag\n", ".properties"))
                .isEqualTo("# head\na: 1\nb: 2\nflag");
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        assertThatThrownBy(() -> text("x", ".zip")).hasMessage("Unsupported Extension Type: .zip");
        assertThatThrownBy(() -> Documents.extract(new byte[1], "", "application/zip"))
                .hasMessage("Unsupported MIME type: application/zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".msg", ".json"})
    void aBrokenDocumentSaysSo(String extension) {
        assertThatThrownBy(() -> text("this is not what it says", extension))
                .isInstanceOf(ExtractionException.class)
                .hasMessageStartingWith("Failed to extract text from " + extension);
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }

        for (String extension : new String[] {".docx", ".xlsx", ".pptx", ".epub", ".odt"}) {
            assertThatThrownBy(() -> Documents.extract(bytes.toByteArray(), extension, ""))
                    .hasMessageContaining("unpacks to more than 67108864 bytes");
        }
    }

    @Test
    void jsonThatIsNestedWithoutEndIsRefused() {
        assertThatThrownBy(() -> text("[".repeat(100_000), ".json"))
                .isInstanceOf(ExtractionException.class);
    }
}
