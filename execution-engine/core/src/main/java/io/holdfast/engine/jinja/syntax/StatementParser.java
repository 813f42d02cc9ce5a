package io.holdfast.engine.jinja.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one statement, from its tag to the end of the tag that closes it. */
final class StatementParser {

    private final TokenStream stream;
    private final NameChecks names;
    private final ExpressionParser expressions;
    private final TargetParser targets;
    private final Parser parser;

    StatementParser(
            TokenStream stream, NameChecks names, ExpressionParser expressions, Parser parser) {
        this.stream = stream;
        this.names = names;
        this.expressions = expressions;
        this.targets = new TargetParser(stream, expressions);
        this.parser = parser;
    }

    /** Adds the statement of a tag; false when there is no such tag. */
    boolean parse(Token tag, List<Stmt> body) {
        boolean before = names.soft(false);
        try {
            return dispatch(tag, body, before);
        } finally {
            names.soft(before);
        }
    }

    private boolean dispatch(Token tag, List<Stmt> body, boolean soft) {
        switch (tag.text()) {
            case "for" -> body.add(loop());
            case "if" -> body.add(condition());
            case "print" -> {
                names.soft(soft);
                print(body);
            }
            case "set" -> {
                names.soft(soft);
                body.add(set());
            }
            case "with" -> body.add(with());
            case "macro" -> body.add(macro());
            case "call" -> body.add(callBlock());
            case "filter" -> body.add(filterBlock());
            case "block" -> body.add(block());
            case "autoescape" -> body.add(autoescape());
            case "extends", "include", "import", "from" -> body.add(otherTemplate());
            default -> {
                return false;
            }
        }
        return true;
    }

    private Stmt loop() {
        int line = stream.next().line();
        Target target = targets.target("in");
        names.loopTarget(target, line);
        stream.expectName("in");
        Expr items = expressions.tuple(false, "recursive", false);
        Expr condition = stream.skipName("if") ? expressions.expression() : null;
        boolean recursive = stream.skipName("recursive");
        List<Stmt> body = parser.body("endfor", "else");
        boolean hasElse = stream.next().isName("else");
        List<Stmt> otherwise = hasElse ? parser.wholeBody("endfor") : List.of();
        return new Stmt.For(target, items, condition, body, otherwise, recursive);
    }

    private Stmt condition() {
        names.soft(true);
        List<Stmt.Branch> branches = new ArrayList<>();
        List<Stmt> otherwise = List.of();
        Token word;
        do {
            stream.next();
            Expr test = expressions.tuple(false, null, false);
            branches.add(new Stmt.Branch(test, parser.body("elif", "else", "endif")));
            word = stream.current();
        } while (word.isName("elif"));
        stream.next();
        if (word.isName("else")) {
            otherwise = parser.wholeBody("endif");
        }
        return new Stmt.If(branches, otherwise);
    }

    private void print(List<Stmt> body) {
        stream.next();
        boolean first = true;
        while (!stream.is(TokenType.BLOCK_END)) {
            if (!first) {
                stream.expect(TokenType.COMMA);
            }
            body.add(new Stmt.Output(expressions.expression()));
            first = false;
        }
    }

    private Stmt set() {
        stream.next();
        Target target = targets.withNamespace();
        if (stream.skipIf(TokenType.ASSIGN)) {
            return new Stmt.Set(target, expressions.tuple(true, null, false));
        }
        Expr.Filter filter = stream.skipIf(TokenType.PIPE) ? filters() : null;
        return new Stmt.SetBlock(target, filter, parser.wholeBody("endset"));
    }

    private Expr.Filter filters() {
        Expr.Filter filter = expressions.primary().filter(null);
        while (stream.skipIf(TokenType.PIPE)) {
            filter = expressions.primary().filter(filter);
        }
        return filter;
    }

    private Stmt with() {
        stream.next();
        List<Target> assigned = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!stream.is(TokenType.BLOCK_END)) {
            if (!assigned.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            assigned.add(targets.target(null));
            stream.expect(TokenType.ASSIGN);
            values.add(expressions.expression());
        }
        return new Stmt.With(assigned, values, parser.wholeBody("endwith"));
    }

    private Stmt macro() {
        stream.next();
        String name = targets.name();
        NameChecks.MacroUse use = names.enterMacro();
        List<String> parameters = new ArrayList<>();
        List<Expr> defaults = new ArrayList<>();
        signature(parameters, defaults);
        List<Stmt> body = parser.wholeBody("endmacro");
        names.leaveMacro();
        return new Stmt.Macro(shape(name, parameters, defaults, body, use));
    }

    private Stmt callBlock() {
        int line = stream.next().line();
        List<String> parameters = new ArrayList<>();
        List<Expr> defaults = new ArrayList<>();
        if (stream.is(TokenType.LPAREN)) {
            signature(parameters, defaults);
        }
        if (!(expressions.expression() instanceof Expr.Call call)) {
            throw new TemplateSyntaxException("expected call", line);
        }
        NameChecks.MacroUse use = names.enterMacro();
        List<Stmt> body = parser.wholeBody("endcall");
        names.leaveMacro();
        return new Stmt.CallBlock(shape(null, parameters, defaults, body, use), call);
    }

    private static Stmt.MacroShape shape(
            @Nullable String name,
            List<String> parameters,
            List<Expr> defaults,
            List<Stmt> body,
            NameChecks.MacroUse use) {
        return new Stmt.MacroShape(
                name,
                parameters,
                defaults,
                body,
                use.has("caller"),
                use.has("varargs"),
                use.has("kwargs"));
    }

    private void signature(List<String> parameters, List<Expr> defaults) {
        stream.expect(TokenType.LPAREN);
        while (!stream.is(TokenType.RPAREN)) {
            if (!parameters.isEmpty()) {
                stream.expect(TokenType.COMMA);
            }
            parameters.add(targets.name());
            if (stream.skipIf(TokenType.ASSIGN)) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw stream.fail("non-default argument follows default argument");
            }
        }
        stream.expect(TokenType.RPAREN);
    }

    private Stmt filterBlock() {
        stream.next();
        Expr.Filter filter = filters();
        return new Stmt.FilterBlock(filter, parser.wholeBody("endfilter"));
    }

    private Stmt block() {
        int line = stream.next().line();
        String name = stream.expect(TokenType.NAME).text();
        names.block(name, line);
        boolean scoped = stream.skipName("scoped");
        boolean required = stream.skipName("required");
        if (stream.is(TokenType.SUB)) {
            throw stream.fail(
                    "Block names in Jinja have to be valid Python identifiers and may not"
                            + " contain hyphens, use an underscore instead.");
        }
        List<Stmt> body = parser.wholeBody("endblock");
        if (required && !body.stream().allMatch(StatementParser::isBlank)) {
            throw stream.fail("Required blocks can only contain comments or whitespace");
        }
        stream.skipName(name);
        return new Stmt.Block(name, scoped, required, body);
    }

    private static boolean isBlank(Stmt statement) {
        return statement instanceof Stmt.Text text && text.text().isBlank();
    }

    private Stmt autoescape() {
        stream.next();
        Expr enabled = expressions.expression();
        return new Stmt.Autoescape(enabled, parser.wholeBody("endautoescape"));
    }

    private Stmt otherTemplate() {
        String tag = stream.next().text();
        while (!stream.is(TokenType.BLOCK_END) && !stream.is(TokenType.EOF)) {
            stream.next();
        }
        return new Stmt.OtherTemplate(tag);
    }
}
