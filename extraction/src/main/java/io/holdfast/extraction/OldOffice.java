package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.sl.extractor.SlideShowExtractor;

/** Documents of Office before 2007, and Outlook's messages. */
final class OldOffice {

    private OldOffice() {}

    static String word(byte[] content) throws IOException {
        try (WordExtractor extractor = new WordExtractor(new ByteArrayInputStream(content))) {
            return extractor.getText().strip();
        }
    }

    static String slides(byte[] content) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow(new ByteArrayInputStream(content));
                SlideShowExtractor<?, ?> extractor = new SlideShowExtractor<>(show)) {
            return extractor.getText().strip();
        }
    }

    static String mail(byte[] content) throws IOException {
        try (MAPIMessage message = new MAPIMessage(new ByteArrayInputStream(content))) {
            return Objects.requireNonNullElse(message.getTextBody(), "").strip();
        } catch (ChunkNotFoundException e) {
            throw new IOException("the message has no text", e);
        }
    }
}
