package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.extension.ExtensionRequest;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of the operator, which may also put other words in the place of those that it objects
 * to; the preset answer is its own.
 *
 * @param id by which the app knows it
 */
record ExtensionJudge(String id) implements Judge {

    private static final String OVERRIDDEN = "overridden";

    @Override
    public CheckStep ofInput(RunStart start, String preset) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("app_id", start.appId().toString());
        params.put("inputs", start.inputs());
        params.put("query", start.query() == null ? "" : start.query());
        return ask("app.moderation.input", params, reply -> input(reply, start));
    }

    private static Admission input(Map<String, @Nullable Object> reply, RunStart start) {
        if (!OVERRIDDEN.equals(reply.get("action"))) {
            return answered(reply);
        }
        Object inputs = reply.get("inputs");
        String query = Trees.textOrNull(reply, "query");
        return new Admission.Replaced(
                inputs == null ? start.inputs() : Trees.map(inputs),
                start.query() == null || query == null ? start.query() : query);
    }

    @Override
    public CheckStep ofOutput(RunStart start, String text, String preset) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("app_id", start.appId().toString());
        params.put("text", text);
        return ask("app.moderation.output", params, ExtensionJudge::output);
    }

    private static Admission output(Map<String, @Nullable Object> reply) {
        return OVERRIDDEN.equals(reply.get("action"))
                ? new Admission.Rewritten(Trees.text(reply, "text"))
                : answered(reply);
    }

    private static Admission answered(Map<String, @Nullable Object> reply) {
        return new Admission.Answered(Trees.text(reply, "preset_response"), null);
    }

    private CheckStep ask(String point, Map<String, @Nullable Object> params, Objection objection) {
        return new CheckStep.Asked(
                new NodeStep.Ask<>(
                        new ExtensionRequest(id, point, params),
                        reply ->
                                Trees.isTruthy(reply.get("flagged"))
                                        ? objection.means(reply)
                                        : new Admission.Passed()));
    }

    /** What it means that the service objects. */
    @FunctionalInterface
    private interface Objection {

        Admission means(Map<String, @Nullable Object> reply);
    }
}
