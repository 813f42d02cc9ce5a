package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** The texts of a slide show's shapes, one after the other. */
final class Slides {

    private Slides() {}

    static String extract(byte[] content) throws IOException {
        Archives.check(content);
        List<String> texts = new ArrayList<>();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(content))) {
            for (XSLFSlide slide : show.getSlides()) {
                slide.getShapes().forEach(shape -> add(texts, shape));
            }
        }
        return String.join("\n", texts);
    }

    private static void add(List<String> texts, XSLFShape shape) {
        switch (shape) {
            case XSLFTextShape text when !text.getText().isBlank() ->
                    texts.add(text.getText().strip());
            case XSLFTable table ->
                    table.getRows()
                            .forEach(row ->
                                    row.getCells().forEach(cell -> texts.add(cell.getText())));
            default -> {
                // pictures and lines have no text
            }
        }
    }
}
