package io.holdfast.engine.jinja.syntax;

/**
 * One token.
 *
 * @param value what a literal stands for; the characters otherwise; the error of an ERROR token
 */
record Token(TokenType type, Object value, int line) {

    boolean is(TokenType wanted) {
        return type == wanted;
    }

    boolean isName(String name) {
        return type == TokenType.NAME && value.equals(name);
    }

    String text() {
        return (String) value;
    }

    String describe() {
        return type == TokenType.NAME ? text() : type.description();
    }
}
