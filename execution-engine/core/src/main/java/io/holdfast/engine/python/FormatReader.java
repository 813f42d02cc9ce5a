package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/** Reads a format string field by field, by the rules of Python's own reader. */
final class FormatReader {

    /**
     * One replacement field, {@code name[!conversion][:spec]}.
     *
     * @param conversion a code point, 0 when there is none
     * @param nested whether the specification has fields of its own
     */
    record Field(String name, int conversion, String spec, boolean nested) {}

    private final String text;
    private int at;

    FormatReader(String text) {
        this.text = text;
    }

    /** Appends the text up to the next field and reads it; null at the end of the string. */
    @Nullable Field next(StringBuilder literal) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean doubled = at < text.length() && text.charAt(at) == c;
            if (c != '{' && c != '}') {
                literal.append(c);
            } else if (doubled) {
                literal.append(c);
                at++;
            } else if (c == '}' || at == text.length()) {
                throw fault("Single '" + c + "' encountered in format string");
            } else {
                return field();
            }
        }
        return null;
    }

    private Field field() {
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '{' -> throw fault("unexpected '{' in field name");
                case '[' -> skipTo(']');
                case '}', ':', '!' -> {
                    return rest(text.substring(from, at - 1), c);
                }
                default -> {}
            }
        }
        throw fault("expected '}' before end of string");
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
    }

    private Field rest(String name, char mark) {
        if (mark == '}') {
            return new Field(name, 0, "", false);
        }
        if (mark == ':') {
            return spec(name, 0);
        }
        if (at == text.length()) {
            throw fault("end of string while looking for conversion specifier");
        }
        int conversion = text.codePointAt(at);
        at += Character.charCount(conversion);
        if (at < text.length()) {
            char after = text.charAt(at++);
            if (after == '}') {
                return new Field(name, conversion, "", false);
            }
            if (after != ':') {
                throw fault("expected ':' after conversion specifier");
            }
        }
        return spec(name, conversion);
    }

    private Field spec(String name, int conversion) {
        int from = at;
        int open = 1;
        boolean nested = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            nested |= c == '{';
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return new Field(name, conversion, text.substring(from, at - 1), nested);
            }
        }
        throw fault("unmatched '{' in format spec");
    }

    private static PythonException fault(String text) {
        return PythonException.valueError(text);
    }
}
