package io.holdfast.engine.python;

/** Text that is marked as safe HTML: joining it with other text escapes the other. */
public record Markup(String text) {

    /** Escapes text; markup stays as it is. */
    public static Markup escape(Object value, Budget budget) {
        if (value instanceof Markup markup) {
            return markup;
        }
        return new Markup(escapeText(PythonText.str(value, budget), budget));
    }

    static String escapeText(String text, Budget budget) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        budget.text(out.length());
        return out.toString();
    }
}
