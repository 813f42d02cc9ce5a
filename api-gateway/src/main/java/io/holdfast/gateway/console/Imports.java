package io.holdfast.gateway.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.contracts.app.ImportAppResult;
import io.holdfast.contracts.app.ImportStatus;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.gateway.engine.AppDirectory;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** DSL files become apps (dsl.md 1.8). */
@Singleton
class Imports {

    private static final String FROM_TEXT = "yaml-content";
    private static final String FROM_URL = "yaml-url";
    private static final String CONSOLE = "console";

    private final EngineApi engine;
    private final AppDirectory apps;
    private final Values values;

    Imports(EngineApi engine, AppDirectory apps, Values values) {
        this.engine = engine;
        this.apps = apps;
        this.values = values;
    }

    Uni<Answer> take(Call call) {
        return call.json().chain(body -> engine.importApp(request(body))).map(this::answer);
    }

    Uni<Answer> confirm(Call call) {
        return engine.confirmImport(Tenants.DEFAULT, call.id("import_id"))
                .onFailure(Imports::isUnknown)
                .transform(fault -> DifyException.notFound("Import not found or expired."))
                .map(this::answer);
    }

    private ImportAppRequest request(ObjectNode body) {
        Payload payload = values.payload("AppImportPayload", body);
        String mode = payload.text("mode");
        if (mode.equals(FROM_URL)) {
            throw DifyException.invalidParam(
                    "Import mode yaml-url is not supported: send the file's text as yaml_content"
                            + " with mode yaml-content.");
        }
        payload.oneOf("mode", List.of(FROM_TEXT, FROM_URL));
        UUID appId = appId(payload);
        ImportAppRequest request =
                new ImportAppRequest(
                        Tenants.DEFAULT,
                        CONSOLE,
                        text(payload, "yaml_content"),
                        appId,
                        text(payload, "name"),
                        text(payload, "description"),
                        text(payload, "icon_type"),
                        text(payload, "icon"),
                        text(payload, "icon_background"));
        payload.check();
        return request;
    }

    private static @Nullable UUID appId(Payload payload) {
        String id = payload.optionalText("app_id").orElse("");
        if (id.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            payload.wrong("app_id", "Input should be a valid UUID", "uuid_parsing");
            return null;
        }
    }

    private static @Nullable String text(Payload payload, String name) {
        return payload.optionalText(name).orElse(null);
    }

    private Answer answer(ImportAppResult result) {
        if (result.appId() != null) {
            apps.forget(result.appId());
        }
        return new Answer.Json(
                httpStatus(result.status()),
                new Fields()
                        .put("id", result.id())
                        .put("status", wireName(result.status()))
                        .put("app_id", result.appId())
                        .put("app_mode", result.appMode())
                        .put("current_dsl_version", result.currentDslVersion())
                        .put("imported_dsl_version", result.importedDslVersion())
                        .put("error", result.error())
                        .put("warnings", result.warnings())
                        .map());
    }

    private static int httpStatus(ImportStatus status) {
        return switch (status) {
            case COMPLETED, COMPLETED_WITH_WARNINGS -> 200;
            case PENDING -> 202;
            case FAILED -> 400;
        };
    }

    private static String wireName(ImportStatus status) {
        return switch (status) {
            case COMPLETED -> "completed";
            case COMPLETED_WITH_WARNINGS -> "completed-with-warnings";
            case PENDING -> "pending";
            case FAILED -> "failed";
        };
    }

    private static boolean isUnknown(Throwable fault) {
        return fault instanceof RefusedException refused && refused.problem().status() == 404;
    }
}
