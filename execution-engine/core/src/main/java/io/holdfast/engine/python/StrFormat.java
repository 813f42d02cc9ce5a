package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/** Python's {@code 'text'.format(...)}. */
final class StrFormat {

    private final Args args;
    private final Budget budget;
    private final boolean safe;
    private int next;

    private StrFormat(Args args, boolean safe, Budget budget) {
        this.args = args;
        this.safe = safe;
        this.budget = budget;
    }

    static String format(String template, Args args, boolean safe, Budget budget) {
        return new StrFormat(args, safe, budget).run(template, 0);
    }

    private String run(String template, int nesting) {
        if (nesting > 1) {
            throw PythonException.valueError("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            boolean brace = c == '{' || c == '}';
            if (brace && at + 1 < template.length() && template.charAt(at + 1) == c) {
                out.append(c);
                at += 2;
            } else if (c == '{') {
                int end = closing(template, at + 1);
                out.append(field(template.substring(at + 1, end), nesting));
                at = end + 1;
            } else if (c == '}') {
                throw PythonException.valueError("Single '}' encountered in format string");
            } else {
                out.append(c);
                at++;
            }
        }
        budget.text(out.length());
        return out.toString();
    }

    private static int closing(String template, int from) {
        int open = 1;
        for (int i = from; i < template.length(); i++) {
            char c = template.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw PythonException.valueError(
                from == template.length()
                        ? "Single '{' encountered in format string"
                        : "expected '}' before end of string");
    }

    private String field(String field, int nesting) {
        budget.step();
        int colon = field.indexOf(':');
        String head = colon < 0 ? field : field.substring(0, colon);
        String spec = colon < 0 ? "" : run(field.substring(colon + 1), nesting + 1);
        int mark = head.indexOf('!');
        Object value = resolve(mark < 0 ? head : head.substring(0, mark));
        if (mark >= 0) {
            value = convert(value, head.substring(mark + 1));
        }
        return print(value, spec);
    }

    private String print(Object value, String spec) {
        if (value instanceof Markup markup && spec.isEmpty()) {
            return markup.text();
        }
        String text =
                spec.isEmpty()
                        ? PythonText.str(value, budget)
                        : FormatSpec.parse(spec).format(value, budget);
        return safe ? Markup.escapeText(text, budget) : text;
    }

    private Object convert(Object value, String how) {
        return switch (how) {
            case "r" -> PythonText.repr(value, budget);
            case "s" -> PythonText.str(value, budget);
            case "a" -> PythonText.ascii(value, budget);
            default ->
                    throw PythonException.valueError("Unknown conversion specifier '" + how + "'");
        };
    }

    private Object resolve(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Object value = argument(path.substring(0, end));
        while (end < path.length()) {
            if (path.charAt(end) == '.') {
                int stop = end + 1;
                while (stop < path.length() && ".[".indexOf(path.charAt(stop)) < 0) {
                    stop++;
                }
                value = attribute(value, path.substring(end + 1, stop));
                end = stop;
            } else {
                int stop = path.indexOf(']', end);
                if (stop < 0) {
                    throw PythonException.valueError("Missing ']' in format string");
                }
                value = item(value, path.substring(end + 1, stop));
                end = stop + 1;
            }
        }
        return value;
    }

    private Object argument(String name) {
        boolean number = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
        if (!name.isEmpty() && !number) {
            Object value = args.named().get(name);
            if (value == null) {
                throw new PythonException("KeyError", QuotedText.of(name));
            }
            return value;
        }
        int index = number ? Integer.parseInt(name.length() > 9 ? "999999999" : name) : next++;
        if (index >= args.positional().size()) {
            throw new PythonException(
                    "IndexError",
                    "Replacement index " + index + " out of range for positional args tuple");
        }
        return args.positional().get(index);
    }

    private static Object attribute(Object value, String name) {
        Object found = Attributes.of(value, name);
        if (found == null) {
            throw new PythonException(
                    "AttributeError",
                    "'%s' object has no attribute '%s'".formatted(PyTypes.name(value), name));
        }
        return found;
    }

    private static Object item(Object value, String key) {
        boolean number = !key.isEmpty() && key.length() < 10 && isDigits(key);
        @Nullable Object found = Subscript.item(value, number ? (Object) Long.valueOf(key) : key);
        if (found == null) {
            throw value instanceof PyDict
                    ? new PythonException("KeyError", number ? key : QuotedText.of(key))
                    : new PythonException(
                            "IndexError", PyTypes.name(value) + " index out of range");
        }
        return found;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(Character::isDigit);
    }
}
