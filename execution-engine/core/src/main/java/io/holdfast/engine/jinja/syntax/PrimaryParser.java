package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.PyNone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads operands: literals, names, subscripts, calls, filters and tests. */
final class PrimaryParser {

    private final TokenStream stream;
    private final NameChecks names;
    private final ExpressionParser expressions;

    PrimaryParser(TokenStream stream, NameChecks names, ExpressionParser expressions) {
        this.stream = stream;
        this.names = names;
        this.expressions = expressions;
    }

    Expr primary() {
        Token token = stream.current();
        return switch (token.type()) {
            case NAME -> name(stream.next().text());
            case STRING -> string();
            case INTEGER, FLOAT -> new Expr.Const(stream.next().value());
            case LPAREN -> {
                stream.next();
                Expr inner = expressions.tuple(true, null, true);
                stream.expect(TokenType.RPAREN);
                yield inner;
            }
            case LBRACKET -> list();
            case LBRACE -> dict();
            default -> throw stream.fail("unexpected " + TokenStream.quoted(token));
        };
    }

    private Expr name(String name) {
        return switch (name) {
            case "true", "True" -> new Expr.Const(true);
            case "false", "False" -> new Expr.Const(false);
            case "none", "None" -> new Expr.Const(PyNone.NONE);
            default -> {
                names.loaded(name);
                yield new Expr.Name(name);
            }
        };
    }

    private Expr string() {
        StringBuilder text = new StringBuilder();
        while (stream.is(TokenType.STRING)) {
            text.append(stream.next().text());
        }
        return new Expr.Const(text.toString());
    }

    private Expr list() {
        stream.next();
        List<Expr> items = new ArrayList<>();
        while (!stream.is(TokenType.RBRACKET)) {
            if (!items.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (stream.is(TokenType.RBRACKET)) {
                break;
            }
            items.add(expressions.expression());
        }
        stream.expect(TokenType.RBRACKET);
        return new Expr.ListOf(items);
    }

    private Expr dict() {
        stream.next();
        List<Expr.Pair> pairs = new ArrayList<>();
        while (!stream.is(TokenType.RBRACE)) {
            if (!pairs.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            if (stream.is(TokenType.RBRACE)) {
                break;
            }
            Expr key = expressions.expression();
            stream.expect(TokenType.COLON);
            pairs.add(new Expr.Pair(key, expressions.expression()));
        }
        stream.expect(TokenType.RBRACE);
        return new Expr.DictOf(pairs);
    }

    /** Subscripts and calls that follow an operand. */
    Expr postfix(Expr operand) {
        Expr node = operand;
        while (true) {
            switch (stream.current().type()) {
                case DOT -> node = attribute(node);
                case LBRACKET -> node = subscript(node);
                case LPAREN -> node = new Expr.Call(node, callArgs());
                default -> {
                    return node;
                }
            }
        }
    }

    /** Filters, tests and calls that follow an operand. */
    Expr filters(Expr operand) {
        Expr node = operand;
        while (true) {
            if (stream.is(TokenType.PIPE)) {
                stream.next();
                node = filter(node);
            } else if (stream.isName("is")) {
                node = test(node);
            } else if (stream.is(TokenType.LPAREN)) {
                node = new Expr.Call(node, callArgs());
            } else {
                return node;
            }
        }
    }

    private Expr attribute(Expr object) {
        stream.next();
        Token token = stream.next();
        return switch (token.type()) {
            case NAME -> new Expr.Attribute(object, token.text());
            case INTEGER -> new Expr.Item(object, new Expr.Const(token.value()));
            default -> throw new TemplateSyntaxException("expected name or number", token.line());
        };
    }

    private Expr subscript(Expr object) {
        stream.next();
        if (stream.is(TokenType.RBRACKET)) {
            stream.next();
            return new Expr.Item(object, new Expr.TupleOf(List.of()));
        }
        Expr first = stream.is(TokenType.COLON) ? null : expressions.expression();
        if (first == null || stream.is(TokenType.COLON)) {
            Expr slice = slice(object, first);
            if (stream.is(TokenType.COMMA)) {
                throw stream.fail("slices of several dimensions are not supported");
            }
            if (!stream.is(TokenType.RBRACKET)) {
                stream.expect(TokenType.COMMA);
            }
            stream.next();
            return slice;
        }
        return new Expr.Item(object, key(first));
    }

    /** The key that begins with an expression; several, separated by commas, are a tuple. */
    private Expr key(Expr first) {
        List<Expr> keys = new ArrayList<>(List.of(first));
        while (!stream.is(TokenType.RBRACKET)) {
            stream.expect(TokenType.COMMA);
            keys.add(expressions.expression());
        }
        stream.expect(TokenType.RBRACKET);
        return keys.size() == 1 ? first : new Expr.TupleOf(keys);
    }

    private Expr slice(Expr object, @Nullable Expr start) {
        stream.next();
        Expr stop = atSliceEnd() || stream.is(TokenType.COLON) ? null : expressions.expression();
        Expr step = null;
        if (stream.skipIf(TokenType.COLON) && !atSliceEnd()) {
            step = expressions.expression();
        }
        return new Expr.Slice(object, start, stop, step);
    }

    private boolean atSliceEnd() {
        return stream.is(TokenType.RBRACKET) || stream.is(TokenType.COMMA);
    }

    Expr.CallArgs callArgs() {
        return new CallArgsParser(stream, expressions).parse();
    }

    /** A filter by its name, the pipe being read already. */
    Expr.Filter filter(@Nullable Expr input) {
        int line = stream.current().line();
        String name = dottedName();
        names.filter(name, line);
        Expr.CallArgs args = stream.is(TokenType.LPAREN) ? callArgs() : Expr.CallArgs.NONE;
        return new Expr.Filter(input, name, args);
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(stream.expect(TokenType.NAME).text());
        while (stream.skipIf(TokenType.DOT)) {
            name.append('.').append(stream.expect(TokenType.NAME).text());
        }
        return name.toString();
    }

    private Expr test(Expr input) {
        int line = stream.next().line();
        boolean negated = stream.skipName("not");
        String name = dottedName();
        names.test(name, line);
        Expr test = new Expr.Test(input, name, testArgs());
        return negated ? new Expr.Not(test) : test;
    }

    private Expr.CallArgs testArgs() {
        Token token = stream.current();
        return switch (token.type()) {
            case LPAREN -> callArgs();
            case NAME, STRING, INTEGER, FLOAT, LBRACKET, LBRACE -> {
                if (token.isName("else") || token.isName("or") || token.isName("and")) {
                    yield Expr.CallArgs.NONE;
                }
                if (token.isName("is")) {
                    throw stream.fail("You cannot chain multiple tests with is");
                }
                yield Expr.CallArgs.of(postfix(primary()));
            }
            default -> Expr.CallArgs.NONE;
        };
    }
}
