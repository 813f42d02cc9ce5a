package io.holdfast.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jsoup.Jsoup;

/** What an e-mail says: its plain text, or else its page. */
final class MailDocument {

    private MailDocument() {}

    static String extract(byte[] content) throws IOException {
        Message message =
                new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(content));
        List<String> plain = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        collect(message, plain, pages);
        return String.join("\n", plain.isEmpty() ? pages : plain).strip();
    }

    private static void collect(Entity entity, List<String> plain, List<String> pages)
            throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                collect(part, plain, pages);
            }
        } else if (body instanceof TextBody text && !"attachment".equals(disposition(entity))) {
            String said = new String(text.getInputStream().readAllBytes(), charset(text));
            if (entity.getMimeType().equals("text/html")) {
                pages.add(Jsoup.parse(said).body().wholeText().strip());
            } else {
                plain.add(said);
            }
        }
    }

    private static String disposition(Entity entity) {
        String stated = entity.getDispositionType();
        return stated == null ? "" : stated;
    }

    private static java.nio.charset.Charset charset(TextBody text) {
        return text.getCharset() == null
                ? java.nio.charset.StandardCharsets.UTF_8
                : text.getCharset();
    }
}
