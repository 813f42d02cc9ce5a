package io.holdfast.gateway.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.error.Problem;
import io.holdfast.contracts.form.FormView;
import io.holdfast.contracts.form.SubmitFormRequest;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.file.UploadedFiles;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms of runs that wait for people (http-api.md 2.17). */
@Singleton
class FormRoutes implements Routes {

    private static final String PATH = "/v1/form/human_input/{form_token}";
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final Set<String> MODES = Set.of("workflow", "advanced-chat");

    private final AppGate gate;
    private final EngineApi engine;
    private final UploadedFiles uploads;
    private final Values values;

    FormRoutes(AppGate gate, EngineApi engine, UploadedFiles uploads, Values values) {
        this.gate = gate;
        this.engine = engine;
        this.uploads = uploads;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, gate.app(this::show)), Route.post(PATH, gate.app(this::submit)));
    }

    private Uni<Answer> show(AppCall call) {
        requireMode(call);
        String token = token(call);
        return engine.form(token, call.appId())
                .map(FormRoutes::answer)
                .onFailure(RefusedException.class)
                .transform(FormRoutes::refusal);
    }

    private static Answer answer(FormView form) {
        return Answer.ok(
                new Fields()
                        .put("form_content", form.content())
                        .put("inputs", form.inputs())
                        .put("resolved_default_values", form.defaults())
                        .put("user_actions", form.actions())
                        .time("expiration_time", form.expiresAt())
                        .map());
    }

    private Uni<Answer> submit(AppCall call) {
        return call.call().json().chain(body -> submit(call, body));
    }

    private Uni<Answer> submit(AppCall call, ObjectNode body) {
        String user = Payload.user(body);
        requireMode(call);
        Payload payload = values.payload("HumanInputFormSubmitPayload", body);
        Map<String, @Nullable Object> inputs = payload.object("inputs");
        String action = payload.text("action");
        payload.check();
        return uploads.find(inputs.values(), call.appId(), user)
                .map(files -> new SubmitFormRequest(call.appId(), user, action, inputs, files))
                .chain(request -> engine.submitForm(token(call), request))
                .onFailure(RefusedException.class)
                .transform(FormRoutes::refusal)
                .replaceWith(Answer.ok(Map.of()));
    }

    private static String token(AppCall call) {
        String token = call.call().path("form_token");
        if (!TOKEN.matcher(token).matches()) {
            throw DifyException.notFound("Form not found");
        }
        return token;
    }

    private static void requireMode(AppCall call) {
        call.require(MODES, DifyException.wrongMode("not_workflow_app"));
    }

    /** The engine's reasons are Dify's, but for the name of what is not there. */
    private static Throwable refusal(Throwable fault) {
        Problem problem = ((RefusedException) fault).problem();
        return switch (problem.code()) {
            case "form_not_found" -> DifyException.notFound(problem.message());
            case "human_input_form_submitted", "human_input_form_expired", "invalid_form_data" ->
                    new DifyException(problem.status(), problem.code(), problem.message());
            default -> fault;
        };
    }
}
