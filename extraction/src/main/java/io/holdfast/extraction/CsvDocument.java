package io.holdfast.extraction;

import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file as a table. */
final class CsvDocument {

    private CsvDocument() {}

    static String extract(byte[] content) throws IOException {
        MarkdownTable table = new MarkdownTable();
        CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser records =
                CSVParser.parse(new StringReader(PlainText.read(content)), format)) {
            for (CSVRecord record : records) {
                table.add(record.toList());
            }
        }
        return table.text();
    }
}
