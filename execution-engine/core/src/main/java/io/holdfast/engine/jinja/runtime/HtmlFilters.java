package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.CodePoints;
import io.holdfast.engine.python.Iteration;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.python.Signature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Filters for HTML, URLs and JSON. */
final class HtmlFilters {

    private static final Pattern BAD_NAME = Pattern.compile("[\\s/>=]");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HtmlFilters() {}

    static void addTo(FilterTable table) {
        table.add("escape", (c, value, args) -> Markup.escape(value, c.budget()))
                .alias("e", "escape")
                .add("forceescape", (c, value, args) -> Markup.escape(c.str(value), c.budget()))
                .add(
                        "safe",
                        (c, value, args) ->
                                value instanceof Markup ? value : new Markup(c.str(value)))
                .add("striptags", (c, value, args) -> HtmlText.strip(c.str(value), c.budget()))
                .add("urlencode", (c, value, args) -> urlEncode(c, value))
                .add("xmlattr", HtmlFilters::attributes, "autospace=")
                .add("tojson", HtmlFilters::toJson, "indent=")
                .add(
                        "urlize",
                        HtmlFilters::urlize,
                        "trim_url_limit=",
                        "nofollow=",
                        "target=",
                        "rel=",
                        "extra_schemes=");
    }

    private static Object urlEncode(RenderContext context, Object value) {
        if (PyTypes.isText(value) || !Iteration.isIterable(value)) {
            return quote(context, context.str(value), false);
        }
        List<String> pairs = new ArrayList<>();
        if (value instanceof PyDict dict) {
            for (PyDict.Entry entry : dict.entries()) {
                pairs.add(pair(context, entry.key(), entry.value()));
            }
        } else {
            for (Iterator<Object> items = Iteration.over(value); items.hasNext(); ) {
                List<Object> parts = Iteration.toList(items.next(), context.budget());
                if (parts.size() != 2) {
                    throw PythonException.valueError(
                            parts.size() < 2
                                    ? "not enough values to unpack (expected 2, got %d)"
                                            .formatted(parts.size())
                                    : "too many values to unpack (expected 2)");
                }
                pairs.add(pair(context, parts.get(0), parts.get(1)));
            }
        }
        return String.join("&", pairs);
    }

    private static String pair(RenderContext context, Object key, Object value) {
        return quote(context, context.str(key), true)
                + "="
                + quote(context, context.str(value), true);
    }

    private static String quote(RenderContext context, String text, boolean inQuery) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c < 128 && Character.isLetterOrDigit(c)) || "_.-~".indexOf(c) >= 0) {
                out.append(c);
            } else if (c == '/' && !inQuery) {
                out.append(c);
            } else if (c == ' ' && inQuery) {
                out.append('+');
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        context.budget().text(out.length());
        return out.toString();
    }

    private static Object attributes(RenderContext context, Object value, Signature.Bound args) {
        PyTypes.requireUsable(value);
        if (!(value instanceof PyDict dict)) {
            throw new PythonException(
                    "AttributeError",
                    "'" + PyTypes.name(value) + "' object has no attribute 'items'");
        }
        StringBuilder out = new StringBuilder();
        for (PyDict.Entry entry : dict.entries()) {
            if (entry.value() == PyNone.NONE || entry.value() instanceof Undefined) {
                continue;
            }
            String key = context.str(entry.key());
            if (BAD_NAME.matcher(key).find()) {
                throw PythonException.valueError(
                        "Invalid character in attribute name: " + PythonText.repr(key));
            }
            out.append(out.isEmpty() ? "" : " ")
                    .append(Markup.escape(entry.key(), context.budget()).text())
                    .append("=\"")
                    .append(Markup.escape(entry.value(), context.budget()).text())
                    .append('"');
        }
        boolean space = args.flagAt(0, true) && !out.isEmpty();
        return context.rendered(space ? " " + out : out.toString());
    }

    private static Object toJson(RenderContext context, Object value, Signature.Bound args) {
        Object indent = args.get(0, PyNone.NONE);
        String unit =
                indent == PyNone.NONE
                        ? null
                        : PyTypes.isText(indent)
                                ? PyTypes.text(indent)
                                : " ".repeat(Math.clamp(args.intAt(0, 0), 0, 1000));
        String json = new JsonWriter(context.budget(), unit).write(value);
        return new Markup(
                json.replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("'", "\\u0027"));
    }

    private static Object urlize(RenderContext context, Object value, Signature.Bound args) {
        List<Object> rels = new ArrayList<>(words(context, args.get(3, PyNone.NONE)));
        if (args.flagAt(1, false)) {
            rels.add("nofollow");
        }
        rels.add("noopener");
        String rel =
                rels.stream()
                        .map(context::str)
                        .distinct()
                        .sorted()
                        .reduce((a, b) -> a + " " + b)
                        .orElse("");
        Object target = args.get(2, PyNone.NONE);
        int limit = args.get(0, PyNone.NONE) == PyNone.NONE ? -1 : args.intAt(0, -1);
        String text =
                new Urlizer(
                                context.budget(),
                                limit,
                                rel,
                                target == PyNone.NONE ? "" : context.str(target),
                                schemes(context, args.get(4, PyNone.NONE)))
                        .urlize(Markup.escape(value, context.budget()).text());
        return context.rendered(text);
    }

    private static List<Object> words(RenderContext context, Object text) {
        if (text == PyNone.NONE) {
            return List.of();
        }
        List<Object> words = new ArrayList<>();
        for (String word : CodePoints.strip(context.str(text)).split("\\s+", -1)) {
            words.add(word);
        }
        return words;
    }

    private static List<String> schemes(RenderContext context, Object value) {
        if (value == PyNone.NONE) {
            return List.of();
        }
        return Iteration.toList(value, context.budget()).stream().map(context::str).toList();
    }
}
