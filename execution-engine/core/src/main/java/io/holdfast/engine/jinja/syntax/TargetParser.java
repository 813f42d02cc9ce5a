package io.holdfast.engine.jinja.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is assigned to. */
final class TargetParser {

    private static final Set<String> RESERVED =
            Set.of("true", "false", "none", "True", "False", "None");

    private final TokenStream stream;
    private final ExpressionParser expressions;

    TargetParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    String name() {
        Token token = stream.expect(TokenType.NAME);
        if (RESERVED.contains(token.text())) {
            throw new TemplateSyntaxException("can't assign to 'name'", token.line());
        }
        return token.text();
    }

    /** A target of {@code set}, where attributes of namespaces are allowed. */
    Target withNamespace() {
        if (!stream.look().is(TokenType.DOT)) {
            return target(null);
        }
        String namespace = stream.expect(TokenType.NAME).text();
        stream.next();
        return new Target.NamespaceAttribute(namespace, stream.expect(TokenType.NAME).text());
    }

    /** A name or a tuple of names, up to that word if there is one. */
    Target target(@Nullable String endName) {
        int line = stream.current().line();
        List<Expr> items = new ArrayList<>();
        boolean several = false;
        while (!expressions.atTupleEnd(endName)) {
            items.add(expressions.primary().primary());
            if (!stream.is(TokenType.COMMA)) {
                break;
            }
            several = true;
            stream.next();
        }
        if (items.isEmpty()) {
            throw stream.fail(
                    "Expected an expression, got " + TokenStream.quoted(stream.current()));
        }
        Expr whole = several ? new Expr.TupleOf(items) : items.getFirst();
        Target target = assignable(whole);
        if (target == null) {
            throw new TemplateSyntaxException("can't assign to '" + kind(whole) + "'", line);
        }
        return target;
    }

    private static @Nullable Target assignable(Expr node) {
        return switch (node) {
            case Expr.Name name -> new Target.Variable(name.name());
            case Expr.TupleOf tuple -> {
                List<Target> targets = new ArrayList<>();
                for (Expr item : tuple.items()) {
                    Target target = assignable(item);
                    if (target == null) {
                        yield null;
                    }
                    targets.add(target);
                }
                yield new Target.Several(targets);
            }
            default -> null;
        };
    }

    private static String kind(Expr node) {
        return switch (node) {
            case Expr.Const constant -> "const";
            case Expr.ListOf list -> "list";
            case Expr.DictOf dict -> "dict";
            case Expr.TupleOf tuple -> "tuple";
            default -> "expression";
        };
    }
}
