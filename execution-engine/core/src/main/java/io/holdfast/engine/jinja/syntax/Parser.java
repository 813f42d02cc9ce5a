package io.holdfast.engine.jinja.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a template: text, prints and statements up to the end that their tag asks for. */
public final class Parser {

    private final TokenStream stream;
    private final Nesting nesting = new Nesting();
    private final NameChecks names;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final Deque<String> tags = new ArrayDeque<>();
    private final Deque<List<String>> ends = new ArrayDeque<>();

    private Parser(String source, KnownNames known) {
        this.stream = new TokenStream(Lexer.tokenize(source));
        this.names = new NameChecks(known);
        this.expressions = new ExpressionParser(stream, nesting, names);
        this.statements = new StatementParser(stream, names, expressions, this);
    }

    /**
     * Reads a template.
     *
     * @throws TemplateSyntaxException when it is no Jinja2
     * @throws io.holdfast.engine.python.LimitException when it nests too deep
     */
    public static List<Stmt> parse(String source, KnownNames known) {
        Parser parser = new Parser(source, known);
        List<Stmt> body = parser.statements(List.of());
        parser.names.throwFirst();
        return body;
    }

    /** Statements after a tag, up to one of the words, which is left to be read. */
    List<Stmt> body(String... endNames) {
        stream.skipIf(TokenType.COLON);
        stream.expect(TokenType.BLOCK_END);
        List<String> wanted = List.of(endNames);
        ends.push(wanted);
        List<Stmt> body = statements(wanted);
        if (stream.is(TokenType.EOF)) {
            throw unexpected(null, stream.current().line());
        }
        ends.pop();
        return body;
    }

    /** As {@link #body}, and the word is read. */
    List<Stmt> wholeBody(String endName) {
        List<Stmt> body = body(endName);
        stream.next();
        return body;
    }

    private List<Stmt> statements(List<String> endNames) {
        nesting.enter();
        List<Stmt> body = new ArrayList<>();
        while (!stream.is(TokenType.EOF)) {
            switch (stream.current().type()) {
                case DATA -> body.add(new Stmt.Text(stream.next().text()));
                case VARIABLE_BEGIN -> {
                    stream.next();
                    body.add(new Stmt.Output(expressions.tuple(true, null, false)));
                    stream.expect(TokenType.VARIABLE_END);
                }
                default -> {
                    stream.expect(TokenType.BLOCK_BEGIN);
                    if (stream.is(TokenType.NAME) && endNames.contains(stream.current().text())) {
                        nesting.leave();
                        return body;
                    }
                    statement(body);
                    stream.expect(TokenType.BLOCK_END);
                }
            }
        }
        nesting.leave();
        return body;
    }

    private void statement(List<Stmt> body) {
        Token tag = stream.current();
        if (!tag.is(TokenType.NAME)) {
            throw new TemplateSyntaxException("tag name expected", tag.line());
        }
        tags.push(tag.text());
        if (!statements.parse(tag, body)) {
            tags.pop();
            throw unexpected(tag.text(), tag.line());
        }
        tags.pop();
    }

    private TemplateSyntaxException unexpected(@Nullable String name, int line) {
        StringBuilder text =
                new StringBuilder(
                        name == null
                                ? "Unexpected end of template."
                                : "Encountered unknown tag '" + name + "'.");
        List<String> wanted = ends.peek();
        if (wanted != null) {
            String looking =
                    wanted.stream().map(end -> "'" + end + "'").collect(Collectors.joining(" or "));
            text.append(
                    name != null && expectedSomewhere().contains(name)
                            ? " You probably made a nesting mistake. Jinja is expecting this tag,"
                                    + " but currently looking for "
                            : " Jinja was looking for the following tags: ");
            text.append(looking).append('.');
        }
        if (!tags.isEmpty()) {
            text.append(" The innermost block that needs to be closed is '")
                    .append(tags.peek())
                    .append("'.");
        }
        return new TemplateSyntaxException(text.toString(), line);
    }

    private Set<String> expectedSomewhere() {
        Set<String> all = new HashSet<>();
        ends.forEach(all::addAll);
        return all;
    }
}
