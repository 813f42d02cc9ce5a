package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads expressions by the binding power of their operators. */
final class ExpressionParser {

    private static final int CONCAT_POWER = 2;

    private final TokenStream stream;
    private final Nesting nesting;
    private final NameChecks names;
    private final PrimaryParser primary;

    ExpressionParser(TokenStream stream, Nesting nesting, NameChecks names) {
        this.stream = stream;
        this.nesting = nesting;
        this.names = names;
        this.primary = new PrimaryParser(stream, names, this);
    }

    PrimaryParser primary() {
        return primary;
    }

    Expr expression() {
        return expression(true);
    }

    private Expr expression(boolean withCondition) {
        nesting.enter();
        Expr result = withCondition ? conditional() : or();
        nesting.leave();
        return result;
    }

    private Expr conditional() {
        int line = stream.current().line();
        int faults = names.count();
        Expr then = or();
        while (stream.skipName("if")) {
            Expr test = or();
            Expr otherwise = stream.skipName("else") ? expression(true) : null;
            then = new Expr.Conditional(test, then, otherwise, line);
            names.forgetSince(faults);
            line = stream.current().line();
        }
        return then;
    }

    private Expr or() {
        Expr first = and();
        List<Expr> operands = new ArrayList<>(List.of(first));
        while (stream.skipName("or")) {
            operands.add(and());
        }
        return operands.size() == 1 ? first : new Expr.Logic(false, operands);
    }

    private Expr and() {
        Expr first = not();
        List<Expr> operands = new ArrayList<>(List.of(first));
        while (stream.skipName("and")) {
            operands.add(not());
        }
        return operands.size() == 1 ? first : new Expr.Logic(true, operands);
    }

    private Expr not() {
        if (!stream.skipName("not")) {
            return compare();
        }
        nesting.enter();
        Expr operand = not();
        nesting.leave();
        return new Expr.Not(operand);
    }

    private Expr compare() {
        Expr first = arithmetic(1);
        List<Expr.Link> links = new ArrayList<>();
        for (String operator = comparison(); operator != null; operator = comparison()) {
            links.add(new Expr.Link(operator, arithmetic(1)));
        }
        return links.isEmpty() ? first : new Expr.Compare(first, links);
    }

    private @Nullable String comparison() {
        Token token = stream.current();
        return switch (token.type()) {
            case EQ, NE, LT, LTEQ, GT, GTEQ -> stream.next().type().description();
            case NAME -> membership(token);
            default -> null;
        };
    }

    private @Nullable String membership(Token token) {
        if (token.isName("in")) {
            stream.next();
            return "in";
        }
        if (token.isName("not") && stream.look().isName("in")) {
            stream.next();
            stream.next();
            return "not in";
        }
        return null;
    }

    private static int power(TokenType type) {
        return switch (type) {
            case ADD, SUB -> 1;
            case TILDE -> CONCAT_POWER;
            case MUL, DIV, FLOORDIV, MOD -> 3;
            case POW -> 4;
            default -> 0;
        };
    }

    private static Operator operator(TokenType type) {
        return switch (type) {
            case ADD -> Operator.ADD;
            case SUB -> Operator.SUBTRACT;
            case MUL -> Operator.MULTIPLY;
            case DIV -> Operator.DIVIDE;
            case FLOORDIV -> Operator.FLOOR_DIVIDE;
            case MOD -> Operator.MODULO;
            default -> Operator.POWER;
        };
    }

    /** All binary operators group to the left, {@code **} as well. */
    private Expr arithmetic(int least) {
        Expr left = unary(true);
        for (int power = power(stream.current().type());
                power >= least;
                power = power(stream.current().type())) {
            if (power == CONCAT_POWER) {
                left = concat(left);
            } else {
                Operator operator = operator(stream.next().type());
                left = new Expr.Binary(operator, left, arithmetic(power + 1));
            }
        }
        return left;
    }

    private Expr concat(Expr first) {
        List<Expr> operands = new ArrayList<>(List.of(first));
        while (stream.skipIf(TokenType.TILDE)) {
            operands.add(arithmetic(CONCAT_POWER + 1));
        }
        return new Expr.Concat(operands);
    }

    private Expr unary(boolean withFilter) {
        Token token = stream.current();
        Expr node;
        if (token.is(TokenType.SUB) || token.is(TokenType.ADD)) {
            stream.next();
            nesting.enter();
            node = new Expr.Sign(token.is(TokenType.SUB), unary(false));
            nesting.leave();
        } else {
            node = primary.primary();
        }
        Expr whole = primary.postfix(node);
        return withFilter ? primary.filters(whole) : whole;
    }

    /** An expression or, with commas, a tuple of them. */
    Expr tuple(boolean withCondition, @Nullable String endName, boolean parenthesized) {
        List<Expr> items = new ArrayList<>();
        boolean several = false;
        while (!atTupleEnd(endName)) {
            items.add(expression(withCondition));
            if (!stream.is(TokenType.COMMA)) {
                break;
            }
            several = true;
            stream.next();
        }
        if (several) {
            return new Expr.TupleOf(items);
        }
        if (!items.isEmpty()) {
            return items.getFirst();
        }
        if (!parenthesized) {
            throw stream.fail(
                    "Expected an expression, got " + TokenStream.quoted(stream.current()));
        }
        return new Expr.TupleOf(items);
    }

    boolean atTupleEnd(@Nullable String endName) {
        return switch (stream.current().type()) {
            case VARIABLE_END, BLOCK_END, RPAREN -> true;
            default -> endName != null && stream.isName(endName);
        };
    }
}
