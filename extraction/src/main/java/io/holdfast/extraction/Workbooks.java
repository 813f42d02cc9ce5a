package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Each sheet of a workbook as a table. */
final class Workbooks {

    private static final int MOST_COLUMNS = 1000;

    private Workbooks() {}

    static String extract(byte[] content) throws IOException {
        Archives.check(content);
        List<String> tables = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(content))) {
            DataFormatter formatter = new DataFormatter(Locale.ROOT);
            formatter.setUseCachedValuesForFormulaCells(true);
            for (Sheet sheet : workbook) {
                MarkdownTable table = table(sheet, formatter);
                if (!table.isEmpty()) {
                    tables.add(table.text());
                }
            }
        }
        return String.join("\n\n", tables);
    }

    private static MarkdownTable table(Sheet sheet, DataFormatter formatter) {
        MarkdownTable table = new MarkdownTable();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS); i++) {
                Cell cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
                cells.add(cell == null ? "" : text(cell, formatter));
            }
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                table.add(cells);
            }
        }
        return table;
    }

    private static String text(Cell cell, DataFormatter formatter) {
        return cell.getCellType() == CellType.ERROR ? "" : formatter.formatCellValue(cell);
    }
}
