package io.holdfast.engine.app.tool.builtin;

import io.holdfast.engine.app.tool.ToolException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML page, without what stands around it. */
final class WebPage {

    private static final String AROUND =
            "script, style, noscript, template, svg, nav, header, footer, aside, form, iframe";

    private WebPage() {}

    static String text(byte[] html, String url) {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(html), null, url);
        } catch (IOException e) {
            throw new ToolException("The page cannot be read: " + e.getMessage());
        }
        String title = page.title();
        page.select(AROUND).remove();
        Element main = page.selectFirst("article, main, [role=main]");
        String text = lines(main == null ? page.body() : main);
        return title.isBlank() ? text : "TITLE: " + title + "\n\n" + text;
    }

    private static String lines(Element element) {
        StringBuilder text = new StringBuilder();
        element.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (isLine(node)) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (isLine(node)) {
                            text.append('\n');
                        }
                    }
                });
        return text.toString()
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static boolean isLine(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"));
    }
}
