package io.holdfast.gateway.fake;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppExport;
import io.holdfast.contracts.app.AppPage;
import io.holdfast.contracts.app.AppView;
import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.contracts.app.ImportAppResult;
import io.holdfast.contracts.app.ImportStatus;
import io.holdfast.contracts.conversation.ConversationView;
import io.holdfast.contracts.conversation.CursorPage;
import io.holdfast.contracts.conversation.MessageView;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The apps of the engines, and what was said with them. */
final class FakeCatalog {

    private static final String APPS = "/internal/v1/apps";
    private static final UUID CONVERSATION =
            UUID.fromString("01990000-0000-7000-8000-00000000000e");
    private static final Pattern MODE = Pattern.compile("mode: ([a-z-]+)");

    private FakeCatalog() {}

    static void answer(EngineWorld world, HttpServerRequest request, Buffer body) {
        String path = FakeServer.path(request);
        if (path.equals(APPS)) {
            List<AppView> views = world.apps().values().stream().map(AppDetail::app).toList();
            FakeServer.json(request, new AppPage(1, 20, views.size(), false, views));
        } else if (path.equals(APPS + "/imports")) {
            FakeServer.json(request, take(world, FakeServer.read(body, ImportAppRequest.class)));
        } else {
            UUID id = UUID.fromString(path.substring(APPS.length() + 1, APPS.length() + 37));
            AppDetail app = world.apps().get(id);
            if (app == null) {
                FakeServer.problem(request, 404, "app_not_found", "There is no app " + id);
            } else if (!FakeAnnotations.answer(world, request, rest(path), body)) {
                ofApp(world, request, app);
            }
        }
    }

    private static void ofApp(EngineWorld world, HttpServerRequest request, AppDetail app) {
        UUID id = app.app().id();
        switch (rest(FakeServer.path(request))) {
            case "/export" ->
                    FakeServer.json(
                            request, new AppExport(Objects.requireNonNull(world.files().get(id))));
            case "/conversations" -> conversations(request, id);
            case "/messages" -> messages(request);
            default -> {
                if (request.method().equals(HttpMethod.DELETE)) {
                    world.apps().remove(id);
                    request.response().setStatusCode(204).end();
                } else {
                    FakeServer.json(request, app);
                }
            }
        }
    }

    private static String rest(String path) {
        return path.substring(APPS.length() + 37);
    }

    private static ImportAppResult take(EngineWorld world, ImportAppRequest request) {
        String yaml = Objects.requireNonNullElse(request.yamlContent(), "");
        Matcher mode = MODE.matcher(yaml);
        if (!mode.find()) {
            return result(ImportStatus.FAILED, null, null, "Missing app data in YAML content");
        }
        UUID id = UUID.nameUUIDFromBytes(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        world.apps().put(id, detail(request, id, mode.group(1)));
        world.files().put(id, yaml);
        return result(ImportStatus.COMPLETED, id, mode.group(1), "");
    }

    private static ImportAppResult result(
            ImportStatus status, @Nullable UUID id, @Nullable String mode, String error) {
        return new ImportAppResult(
                new UUID(7, 7),
                status,
                id,
                mode,
                "Greeter",
                id,
                "0.6.0",
                "0.3.0",
                error,
                List.of());
    }

    private static AppDetail detail(ImportAppRequest request, UUID id, String mode) {
        AppView view =
                new AppView(
                        id,
                        request.tenantId(),
                        "Greeter",
                        mode,
                        "Says hello",
                        "emoji",
                        "👋",
                        "#FFEAD5",
                        false,
                        List.of("hello"),
                        request.author(),
                        new UUID(7, 9),
                        ScriptedRun.STARTED,
                        ScriptedRun.STARTED);
        return new AppDetail(
                view,
                Map.of("opening_statement", "Welcome"),
                List.of(Map.of("text-input", Map.of("variable", "name", "label", "Name"))),
                Map.of(),
                "0.3.0",
                List.of());
    }

    private static void conversations(HttpServerRequest request, UUID appId) {
        if (request.getParam("lastId") != null) {
            FakeServer.problem(request, 404, "last_conversation_not_found", "internal words");
            return;
        }
        var view =
                new ConversationView(
                        CONVERSATION,
                        appId,
                        "Hello",
                        Map.of("name", "Ada"),
                        "Welcome",
                        ScriptedRun.STARTED,
                        ScriptedRun.STARTED.plusSeconds(5));
        FakeServer.json(request, new CursorPage<>(20, false, List.of(view)));
    }

    private static void messages(HttpServerRequest request) {
        if (!CONVERSATION.toString().equals(request.getParam("conversationId"))) {
            FakeServer.problem(request, 404, "conversation_not_found", "internal words");
            return;
        }
        var view =
                new MessageView(
                        new UUID(7, 1),
                        CONVERSATION,
                        new UUID(7, 2),
                        Map.of("name", "Ada"),
                        "Hi",
                        "Grüße",
                        "normal",
                        null,
                        List.of(),
                        List.of(Map.of("position", 1, "content", "a fact")),
                        List.of(),
                        Map.of(),
                        ScriptedRun.STARTED);
        FakeServer.json(request, new CursorPage<>(20, true, List.of(view)));
    }
}
