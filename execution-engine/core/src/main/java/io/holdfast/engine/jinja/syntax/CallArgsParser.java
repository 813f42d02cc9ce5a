package io.holdfast.engine.jinja.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of one call. */
final class CallArgsParser {

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final List<Expr> positional = new ArrayList<>();
    private final List<Expr.Keyword> named = new ArrayList<>();
    private @Nullable Expr star;
    private @Nullable Expr doubleStar;
    private int line;

    CallArgsParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    Expr.CallArgs parse() {
        line = stream.expect(TokenType.LPAREN).line();
        boolean first = true;
        while (!stream.is(TokenType.RPAREN)) {
            if (!first) {
                stream.expect(TokenType.COMMA);
                if (stream.is(TokenType.RPAREN)) {
                    break;
                }
            }
            argument();
            first = false;
        }
        stream.expect(TokenType.RPAREN);
        return new Expr.CallArgs(positional, named, star, doubleStar);
    }

    private void argument() {
        if (stream.is(TokenType.MUL)) {
            ensure(star == null && doubleStar == null);
            stream.next();
            star = expressions.expression();
        } else if (stream.is(TokenType.POW)) {
            ensure(doubleStar == null);
            stream.next();
            doubleStar = expressions.expression();
        } else if (stream.is(TokenType.NAME) && stream.look().is(TokenType.ASSIGN)) {
            ensure(doubleStar == null);
            String name = stream.next().text();
            stream.next();
            named.add(new Expr.Keyword(name, expressions.expression()));
        } else {
            ensure(star == null && doubleStar == null && named.isEmpty());
            positional.add(expressions.expression());
        }
    }

    private void ensure(boolean valid) {
        if (!valid) {
            throw new TemplateSyntaxException("invalid syntax for function call expression", line);
        }
    }
}
