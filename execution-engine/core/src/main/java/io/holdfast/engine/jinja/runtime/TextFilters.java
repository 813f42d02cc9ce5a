package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.Attributes;
import io.holdfast.engine.python.CaseText;
import io.holdfast.engine.python.CodePoints;
import io.holdfast.engine.python.Markup;
import io.holdfast.engine.python.PercentFormat;
import io.holdfast.engine.python.PyCallable;
import io.holdfast.engine.python.PyDict;
import io.holdfast.engine.python.PyList;
import io.holdfast.engine.python.PyNone;
import io.holdfast.engine.python.PyTuple;
import io.holdfast.engine.python.PyTypes;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that make text from text. */
final class TextFilters {

    private static final long ALL = -1;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD_START =
            Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    private TextFilters() {}

    static void addTo(FilterTable table) {
        for (String name : List.of("upper", "lower", "capitalize")) {
            table.add(name, (c, value, args) -> method(c, value, name, Args.NONE));
        }
        table.add(
                        "center",
                        (c, value, args) -> method(c, value, "center", Args.of(args.get(0, 80L))),
                        "width=")
                .add(
                        "trim",
                        (c, value, args) ->
                                method(c, value, "strip", Args.of(args.get(0, PyNone.NONE))),
                        "chars=")
                .add("string", (c, value, args) -> c.softText(value))
                .add("title", (c, value, args) -> title(c, value))
                .add("replace", TextFilters::replace, "old", "new", "count=")
                .add("truncate", TextFilters::truncate, "length=", "killwords=", "end=", "leeway=")
                .add("indent", TextFilters::indent, "width=", "first=", "blank=")
                .add("wordcount", (c, value, args) -> WORD.matcher(c.str(value)).results().count())
                .add(
                        "wordwrap",
                        TextFilters::wordwrap,
                        "width=",
                        "break_long_words=",
                        "wrapstring=",
                        "break_on_hyphens=")
                .open("format", TextFilters::format);
    }

    /** Calls a method of the value's text. */
    static Object method(RenderContext context, Object value, String name, Args args) {
        Object text = context.softText(value);
        if (!(Attributes.of(text, name) instanceof PyCallable method)) {
            throw new IllegalStateException("no text method " + name);
        }
        return method.call(args, context.budget());
    }

    private static Object title(RenderContext context, Object value) {
        String text = context.str(value);
        StringBuilder out = new StringBuilder();
        Matcher gap = WORD_START.matcher(text);
        int from = 0;
        while (gap.find()) {
            out.append(titled(text.substring(from, gap.start()))).append(gap.group());
            from = gap.end();
        }
        context.budget().text(text.length());
        return out.append(titled(text.substring(from))).toString();
    }

    private static String titled(String word) {
        return CaseText.capitalizeByUpper(word);
    }

    private static Object replace(RenderContext context, Object value, Signature.Bound args) {
        Object count = args.get(2, PyNone.NONE);
        Object limit = count == PyNone.NONE ? (Object) ALL : count;
        if (!context.autoescape()) {
            Args plain = Args.of(context.str(args.get(0)), context.str(args.get(1)), limit);
            return method(context, context.str(value), "replace", plain);
        }
        boolean safe = args.get(0) instanceof Markup || args.get(1) instanceof Markup;
        Object text =
                safe && !(value instanceof Markup)
                        ? Markup.escape(value, context.budget())
                        : context.softText(value);
        Args soft = Args.of(context.softText(args.get(0)), context.softText(args.get(1)), limit);
        return method(context, text, "replace", soft);
    }

    private static Object truncate(RenderContext context, Object value, Signature.Bound args) {
        int length = args.intAt(0, 255);
        Object end = args.get(2, "...");
        int leeway = args.get(3, PyNone.NONE) == PyNone.NONE ? 5 : args.intAt(3, 5);
        int endSize = Math.toIntExact(PyTypes.length(end));
        require(length >= endSize, "expected length >= %d, got %d".formatted(endSize, length));
        require(leeway >= 0, "expected leeway >= 0, got " + leeway);
        if (PyTypes.length(value) <= (long) length + leeway) {
            return value;
        }
        if (!PyTypes.isText(value)) {
            throw PythonException.typeError(
                    "can only concatenate "
                            + PyTypes.name(value)
                            + " (not \"str\") to "
                            + PyTypes.name(value));
        }
        String cut = CodePoints.slice(PyTypes.text(value), 0, length - endSize);
        int space = cut.lastIndexOf(' ');
        String kept = args.flagAt(1, false) || space < 0 ? cut : cut.substring(0, space);
        return context.add(value instanceof Markup ? new Markup(kept) : kept, end);
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new PythonException("AssertionError", text);
        }
    }

    private static Object indent(RenderContext context, Object value, Signature.Bound args) {
        Object width = args.get(0, 4L);
        String indention =
                PyTypes.isText(width)
                        ? PyTypes.text(width)
                        : Arithmetic.repeat(" ", args.intAt(0, 4), context.budget());
        Object ended = context.add(value, value instanceof Markup ? new Markup("\n") : "\n");
        boolean blank = args.flagAt(2, false);
        List<String> lines = new ArrayList<>(lines(context, PyTypes.text(ended)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean indented = i == 0 ? args.flagAt(1, false) : blank || !line.isEmpty();
            context.budget().text((long) line.length() + indention.length());
            lines.set(i, indented ? indention + line : line);
        }
        String text = String.join("\n", lines);
        return value instanceof Markup ? new Markup(text) : text;
    }

    /** Python's lines of a text. */
    private static List<String> lines(RenderContext context, String text) {
        Object lines = method(context, text, "splitlines", Args.NONE);
        return ((PyList) lines).items().stream().map(PyTypes::text).toList();
    }

    private static Object wordwrap(RenderContext context, Object value, Signature.Bound args) {
        if (!PyTypes.isText(value)) {
            throw new PythonException(
                    "AttributeError",
                    "'" + PyTypes.name(value) + "' object has no attribute 'splitlines'");
        }
        Object between = args.get(2, PyNone.NONE);
        String separator = between == PyNone.NONE ? "\n" : context.str(between);
        WordWrap wrap = new WordWrap(args.intAt(0, 79), args.flagAt(1, true), args.flagAt(3, true));
        StringBuilder out = new StringBuilder();
        int count = 0;
        for (String line : lines(context, PyTypes.text(value))) {
            String wrapped = String.join(separator, wrap.wrap(line));
            context.budget().text((long) wrapped.length() + separator.length());
            out.append(count++ == 0 ? "" : separator).append(wrapped);
        }
        return out.toString();
    }

    private static Object format(RenderContext context, Object value, Args args) {
        if (!args.named().isEmpty() && !args.positional().isEmpty()) {
            throw Filters.argumentError(
                    "can't handle positional and keyword arguments at the same time");
        }
        Object values = new PyTuple(args.positional());
        if (!args.named().isEmpty()) {
            PyDict dict = new PyDict();
            args.named().forEach(dict::put);
            values = dict;
        }
        Object template = context.softText(value);
        String text = PercentFormat.format(template, values, context.budget());
        return template instanceof Markup ? new Markup(text) : text;
    }
}
