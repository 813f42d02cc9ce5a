package io.holdfast.engine.app.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebPageTest {

    @Test
    void aPageIsItsMainTextWithoutWhatStandsAround() {
        String html =
                """
                <html><head><title>Ships</title><style>p {}</style></head>
                <body><nav><a href="/">Home</a></nav>
                <main><h1>About ships</h1><p>They <b>float</b>.</p><ul><li>one</li><li>two</li></ul>
                <script>alert(1)</script></main>
                <footer>Imprint</footer></body></html>
                """;

        assertThat(WebPage.text(html.getBytes(StandardCharsets.UTF_8), "http://x.example/"))
                .isEqualTo("TITLE: Ships\n\nAbout ships\n\nThey float.\n\none\n\ntwo");
    }

    @Test
    void itsCharsetIsTheOneThatItNames() {
        String html = "<meta charset='windows-1252'><p>Grüße</p>";

        assertThat(WebPage.text(html.getBytes(Charset.forName("windows-1252")), "http://x/"))
                .isEqualTo("Grüße");
    }
}
