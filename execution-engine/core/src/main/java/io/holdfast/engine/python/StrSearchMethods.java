package io.holdfast.engine.python;

import java.util.List;

/** Methods that look for text in text. */
final class StrSearchMethods {

    private StrSearchMethods() {}

    static void addTo(MethodTable table) {
        String[] where = {"sub", "start=", "end="};
        table.add("find", (s, a, b) -> find(s, a, false), where)
                .add("rfind", (s, a, b) -> find(s, a, true), where)
                .add("index", (s, a, b) -> index(s, a, false), where)
                .add("rindex", (s, a, b) -> index(s, a, true), where)
                .add("count", (s, a, b) -> count(range(s, a), sub(a)), where)
                .add("startswith", (s, a, b) -> atEnd(s, a, true), where)
                .add("endswith", (s, a, b) -> atEnd(s, a, false), where)
                .add("replace", StrSearchMethods::replace, "old", "new", "count=")
                .add("removeprefix", StrSearchMethods::removePrefix, "prefix")
                .add("removesuffix", StrSearchMethods::removeSuffix, "suffix");
    }

    private static String sub(Signature.Bound args) {
        return StrMethods.textArg(args.get(0), "must be str");
    }

    private static int start(String text, Signature.Bound args) {
        return bound(args, 1, CodePoints.length(text), 0);
    }

    private static int end(String text, Signature.Bound args) {
        int size = CodePoints.length(text);
        return bound(args, 2, size, size);
    }

    private static int bound(Signature.Bound args, int at, int size, int otherwise) {
        boolean missing = !args.has(at) || args.get(at) == PyNone.NONE;
        int index = missing ? otherwise : args.intAt(at, otherwise);
        return index < 0 ? Math.max(0, index + size) : Math.min(index, size + 1);
    }

    private static String range(Object self, Signature.Bound args) {
        String text = StrMethods.text(self);
        return CodePoints.slice(
                text,
                Math.min(start(text, args), CodePoints.length(text)),
                Math.min(end(text, args), CodePoints.length(text)));
    }

    private static boolean isOutside(Object self, Signature.Bound args) {
        String text = StrMethods.text(self);
        return start(text, args) > end(text, args);
    }

    private static Object find(Object self, Signature.Bound args, boolean last) {
        String part = range(self, args);
        String sub = sub(args);
        int found = isOutside(self, args) ? -1 : last ? part.lastIndexOf(sub) : part.indexOf(sub);
        return found < 0
                ? -1L
                : (long) CodePoints.before(part, found) + start(StrMethods.text(self), args);
    }

    private static Object index(Object self, Signature.Bound args, boolean last) {
        Object found = find(self, args, last);
        if (found.equals(-1L)) {
            throw PythonException.valueError("substring not found");
        }
        return found;
    }

    private static Object count(String text, String sub) {
        if (sub.isEmpty()) {
            return (long) CodePoints.length(text) + 1;
        }
        long count = 0;
        for (int at = text.indexOf(sub); at >= 0; at = text.indexOf(sub, at + sub.length())) {
            count++;
        }
        return count;
    }

    private static Object atEnd(Object self, Signature.Bound args, boolean front) {
        String text = range(self, args);
        List<Object> wanted =
                args.get(0) instanceof PyTuple tuple ? tuple.items() : List.of(args.get(0));
        String error =
                (front ? "startswith" : "endswith") + " first arg must be str or a tuple of str";
        for (Object sub : wanted) {
            String affix = StrMethods.textArg(sub, error);
            if (!isOutside(self, args) && (front ? text.startsWith(affix) : text.endsWith(affix))) {
                return true;
            }
        }
        return false;
    }

    private static Object replace(Object self, Signature.Bound args, Budget budget) {
        String old = sub(args);
        String with = StrMethods.textArg(args.get(1), "replace() argument 2 must be str");
        return replace(StrMethods.text(self), old, with, args.intAt(2, -1), budget);
    }

    static String replace(String text, String old, String with, int count, Budget budget) {
        if (old.isEmpty()) {
            return interleave(text, with, count, budget);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        int left = count < 0 ? Integer.MAX_VALUE : count;
        for (int at = text.indexOf(old);
                at >= 0 && left > 0;
                at = text.indexOf(old, from), left--) {
            budget.text((long) at - from + with.length());
            out.append(text, from, at).append(with);
            from = at + old.length();
        }
        budget.text((long) text.length() - from);
        return out.append(text, from, text.length()).toString();
    }

    private static String interleave(String text, String with, int count, Budget budget) {
        StringBuilder out = new StringBuilder();
        int left = count < 0 ? Integer.MAX_VALUE : count;
        for (int c : text.codePoints().toArray()) {
            if (left-- > 0) {
                budget.text(with.length());
                out.append(with);
            }
            out.appendCodePoint(c);
        }
        budget.text((long) text.length() + with.length());
        return left > 0 ? out.append(with).toString() : out.toString();
    }

    private static Object removePrefix(Object self, Signature.Bound args, Budget budget) {
        String text = StrMethods.text(self);
        String prefix = sub(args);
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static Object removeSuffix(Object self, Signature.Bound args, Budget budget) {
        String text = StrMethods.text(self);
        String suffix = sub(args);
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
