package io.holdfast.engine.python;

/** Python's {@code 'text'.format(...)}. */
final class StrFormat {

    private enum Numbering {
        OPEN,
        AUTOMATIC,
        MANUAL
    }

    private final Args args;
    private final Budget budget;
    private final boolean safe;
    private Numbering numbering = Numbering.OPEN;
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
        FormatReader reader = new FormatReader(template);
        StringBuilder out = new StringBuilder();
        FormatReader.Field field = reader.next(out);
        while (field != null) {
            out.append(print(field, nesting));
            field = reader.next(out);
        }
        budget.text(out.length());
        return out.toString();
    }

    private String print(FormatReader.Field field, int nesting) {
        budget.step();
        FormatPath path = new FormatPath(field.name());
        Object value = convert(path.follow(argument(path.first())), field.conversion());
        String spec = field.nested() ? run(field.spec(), nesting + 1) : field.spec();
        if (value instanceof Markup markup && spec.isEmpty()) {
            return markup.text();
        }
        if (safe && value instanceof Markup) {
            throw PythonException.valueError("Unsupported format specification for Markup.");
        }
        String text =
                spec.isEmpty()
                        ? PythonText.str(value, budget)
                        : FormatSpec.of(spec, value).format(value, budget);
        return safe ? Markup.escapeText(text, budget) : text;
    }

    private Object convert(Object value, int how) {
        return switch (how) {
            case 0 -> value;
            case 'r' -> PythonText.repr(value, budget);
            case 's' -> PythonText.str(value, budget);
            case 'a' -> PythonText.ascii(value, budget);
            default ->
                    throw PythonException.valueError(
                            "Unknown conversion specifier " + FormatSpec.shown(how));
        };
    }

    private Object argument(String name) {
        long index = FormatPath.number(name);
        if (!name.isEmpty() && index < 0) {
            Object value = args.named().get(name);
            if (value == null) {
                throw new PythonException("KeyError", QuotedText.of(name));
            }
            return value;
        }
        requireNumbering(name.isEmpty() ? Numbering.AUTOMATIC : Numbering.MANUAL);
        long place = name.isEmpty() ? next++ : index;
        if (place >= args.positional().size()) {
            throw new PythonException(
                    "IndexError",
                    safe
                            ? "tuple index out of range"
                            : "Replacement index %d out of range for positional args tuple"
                                    .formatted(place));
        }
        return args.positional().get((int) place);
    }

    private void requireNumbering(Numbering wanted) {
        if (numbering == Numbering.OPEN) {
            numbering = wanted;
        } else if (numbering != wanted) {
            throw PythonException.valueError(
                    wanted == Numbering.MANUAL
                            ? "cannot switch from automatic field numbering to manual field specification"
                            : "cannot switch from manual field specification to automatic field numbering");
        }
    }
}
