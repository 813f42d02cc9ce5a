package io.holdfast.gateway.app;

import io.holdfast.contracts.app.AppView;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.file.UploadConfig;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a client may know of the app behind its key (http-api.md 3.8). */
@Singleton
class AppRoutes implements Routes {

    private final AppGate gate;
    private final UploadConfig uploads;

    AppRoutes(AppGate gate, UploadConfig uploads) {
        this.gate = gate;
        this.uploads = uploads;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/v1/parameters", app -> AppParameters.of(app.detail(), uploads)),
                get("/v1/info", app -> info(app.detail().app())),
                get("/v1/meta", app -> Map.of("tool_icons", app.detail().toolIcons())),
                get("/v1/site", app -> site(app.detail().app())));
    }

    private Route get(String path, Function<AppCall, Map<String, ?>> view) {
        return Route.get(path, gate.app(app -> Uni.createFrom().item(Answer.ok(view.apply(app)))));
    }

    private static Map<String, @Nullable Object> info(AppView app) {
        return new Fields()
                .put("name", app.name())
                .put("description", app.description())
                .put("tags", app.tags())
                .put("mode", app.mode())
                .put("author_name", app.author())
                .map();
    }

    private static Map<String, @Nullable Object> site(AppView app) {
        return new Fields()
                .put("title", app.name())
                .put("chat_color_theme", null)
                .put("chat_color_theme_inverted", false)
                .put("icon_type", app.iconType())
                .put("icon", app.icon())
                .put("icon_background", app.iconBackground())
                .put("icon_url", null)
                .put("description", app.description())
                .put("copyright", null)
                .put("privacy_policy", null)
                .put("custom_disclaimer", "")
                .put("default_language", "en-US")
                .put("show_workflow_steps", true)
                .put("use_icon_as_answer_icon", app.useIconAsAnswerIcon())
                .map();
    }
}
