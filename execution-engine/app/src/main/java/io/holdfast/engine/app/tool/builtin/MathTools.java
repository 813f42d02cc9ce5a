package io.holdfast.engine.app.tool.builtin;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolList;
import io.holdfast.engine.app.tool.ToolParameters;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.MathContext;
import java.util.Optional;

/** The provider {@code maths}: a calculator. */
@ApplicationScoped
class MathTools implements ToolProvider {

    private static final String CALCULATE = "eval_expression";
    private static final int LONGEST = 2000;
    private static final ToolList TOOLS =
            ToolList.of(
                    new ToolDescription(
                            CALCULATE,
                            "Evaluate Math Expression",
                            "Calculates an expression with numbers, + - * / % ^, brackets and"
                                    + " functions such as SQRT, SIN, LOG10, MAX.",
                            new ToolParameters()
                                    .need("expression", "string", "Such as (1 + 2) * SQRT(16)")
                                    .schema()));
    private static final ExpressionConfiguration RULES =
            ExpressionConfiguration.builder()
                    .mathContext(MathContext.DECIMAL128)
                    .arraysAllowed(false)
                    .structuresAllowed(false)
                    .build();

    @Override
    public String id() {
        return "maths";
    }

    @Override
    public Optional<ToolDescription> describe(String tool) {
        return TOOLS.find(tool);
    }

    @Override
    public ToolReply use(ToolUsage usage) {
        if (!usage.tool().equals(CALCULATE)) {
            throw new UnknownToolException(usage.tool());
        }
        String expression = usage.arguments().require("expression").replace("**", "^");
        if (expression.length() > LONGEST) {
            throw new ToolException("The expression is longer than " + LONGEST + " characters");
        }
        try {
            return ToolReply.of(new Expression(expression, RULES).evaluate().getStringValue());
        } catch (BaseException | ArithmeticException e) {
            throw new ToolException("Invalid expression: " + e.getMessage());
        }
    }
}
