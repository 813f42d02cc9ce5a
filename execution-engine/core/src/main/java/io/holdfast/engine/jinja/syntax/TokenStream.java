package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.PythonText;
import java.util.List;

/** The tokens of a template, one at a time. */
final class TokenStream {

    private final List<Token> tokens;
    private int position;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return at(position);
    }

    Token look() {
        return at(Math.min(position + 1, tokens.size() - 1));
    }

    private Token at(int index) {
        Token token = tokens.get(index);
        if (token.value() instanceof TemplateSyntaxException fault) {
            throw fault;
        }
        return token;
    }

    Token next() {
        Token token = current();
        if (position < tokens.size() - 1) {
            position++;
        }
        return token;
    }

    boolean is(TokenType type) {
        return current().is(type);
    }

    boolean isName(String name) {
        return current().isName(name);
    }

    boolean skipIf(TokenType type) {
        boolean found = is(type);
        if (found) {
            next();
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = isName(name);
        if (found) {
            next();
        }
        return found;
    }

    Token expect(TokenType type) {
        if (!is(type)) {
            throw expected(type.description());
        }
        return next();
    }

    void expectName(String name) {
        if (!isName(name)) {
            throw expected(name);
        }
        next();
    }

    private TemplateSyntaxException expected(String what) {
        Token token = current();
        return new TemplateSyntaxException(
                token.is(TokenType.EOF)
                        ? "unexpected end of template, expected '" + what + "'."
                        : "expected token '" + what + "', got " + quoted(token),
                token.line());
    }

    static String quoted(Token token) {
        return PythonText.repr(token.describe());
    }

    TemplateSyntaxException fail(String text) {
        return new TemplateSyntaxException(text, current().line());
    }
}
