package io.holdfast.engine.python;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods of text. */
final class StrMethods {

    static final MethodTable TABLE = new MethodTable("str");

    static {
        TABLE.add("upper", (s, a, b) -> made(text(s).toUpperCase(Locale.ROOT), b))
                .add("lower", (s, a, b) -> made(text(s).toLowerCase(Locale.ROOT), b))
                .add("casefold", (s, a, b) -> made(CaseText.fold(text(s)), b))
                .add("capitalize", (s, a, b) -> made(CaseText.capitalize(text(s)), b))
                .add("title", (s, a, b) -> made(CaseText.title(text(s)), b))
                .add("swapcase", (s, a, b) -> made(CaseText.swap(text(s)), b))
                .add("join", (s, a, b) -> join(text(s), a.get(0), b), "iterable")
                .add("zfill", (s, a, b) -> PadText.zeros(text(s), a.intAt(0, 0), b), "width")
                .add("center", (s, a, b) -> pad(s, a, 'c', b), "width", "fillchar=")
                .add("ljust", (s, a, b) -> pad(s, a, 'l', b), "width", "fillchar=")
                .add("rjust", (s, a, b) -> pad(s, a, 'r', b), "width", "fillchar=")
                .add("expandtabs", (s, a, b) -> PadText.tabs(text(s), a.intAt(0, 8), b), "tabsize=")
                .add("format_map", StrMethods::formatMap, "mapping");
        StrSearchMethods.addTo(TABLE);
        StrSplitMethods.addTo(TABLE);
        StrTestMethods.addTo(TABLE);
    }

    private StrMethods() {}

    static @Nullable Object bind(String text, String name) {
        return name.equals("format") ? new Format(text) : TABLE.bind(text, name);
    }

    static String text(Object self) {
        return (String) self;
    }

    /** An argument that has to be text. */
    static String textArg(Object value, String what) {
        PyTypes.requireUsable(value);
        if (!PyTypes.isText(value)) {
            throw PythonException.typeError(what + ", not " + PyTypes.name(value));
        }
        return PyTypes.text(value);
    }

    private static String made(String text, Budget budget) {
        budget.text(text.length());
        return text;
    }

    static Object join(String separator, Object items, Budget budget) {
        StringBuilder out = new StringBuilder();
        int index = 0;
        for (Object item : Iteration.toList(items, budget)) {
            if (!PyTypes.isText(item)) {
                throw PythonException.typeError(
                        "sequence item %d: expected str instance, %s found"
                                .formatted(index, PyTypes.name(item)));
            }
            String part = PyTypes.text(item);
            budget.text((long) part.length() + separator.length());
            out.append(index++ == 0 ? "" : separator).append(part);
        }
        return out.toString();
    }

    private static Object pad(Object self, Signature.Bound args, char side, Budget budget) {
        Object fill = args.get(1, " ");
        if (!PyTypes.isText(fill) || PyTypes.length(fill) != 1) {
            throw PythonException.typeError(
                    "The fill character must be exactly one character long");
        }
        return PadText.pad(text(self), args.intAt(0, 0), PyTypes.text(fill), side, budget);
    }

    private static Object formatMap(Object self, Signature.Bound args, Budget budget) {
        Map<String, Object> named = new HashMap<>();
        if (args.get(0) instanceof PyDict dict) {
            dict.entries().forEach(e -> named.put(PythonText.str(e.key(), budget), e.value()));
        }
        return StrFormat.format(text(self), new Args(List.of(), named), false, budget);
    }

    private record Format(String text) implements PyCallable {

        @Override
        public String typeName() {
            return "builtin_function_or_method";
        }

        @Override
        public Object call(Args args, Budget budget) {
            return StrFormat.format(text, args, false, budget);
        }
    }
}
