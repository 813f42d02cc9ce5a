package io.holdfast.engine.jinja.syntax;

/** Kinds of tokens, with the names that error texts use. */
enum TokenType {
    DATA("template data / text"),
    VARIABLE_BEGIN("begin of print statement"),
    VARIABLE_END("end of print statement"),
    BLOCK_BEGIN("begin of statement block"),
    BLOCK_END("end of statement block"),
    NAME("name"),
    STRING("string"),
    INTEGER("integer"),
    FLOAT("float"),
    ADD("+", true),
    SUB("-", true),
    DIV("/", true),
    FLOORDIV("//", true),
    MUL("*", true),
    MOD("%", true),
    POW("**", true),
    TILDE("~", true),
    LBRACKET("[", true),
    RBRACKET("]", true),
    LPAREN("(", true),
    RPAREN(")", true),
    LBRACE("{", true),
    RBRACE("}", true),
    EQ("==", true),
    NE("!=", true),
    GT(">", true),
    GTEQ(">=", true),
    LT("<", true),
    LTEQ("<=", true),
    ASSIGN("=", true),
    DOT(".", true),
    COLON(":", true),
    PIPE("|", true),
    COMMA(",", true),
    SEMICOLON(";", true),
    EOF("end of template"),
    ERROR("error");

    private final String description;
    private final boolean operator;

    TokenType(String description) {
        this(description, false);
    }

    TokenType(String description, boolean operator) {
        this.description = description;
        this.operator = operator;
    }

    String description() {
        return description;
    }

    boolean isOperator() {
        return operator;
    }
}
