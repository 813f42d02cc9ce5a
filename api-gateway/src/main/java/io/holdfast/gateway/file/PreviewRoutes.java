package io.holdfast.gateway.file;

import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.platform.file.FileStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading files: with a key (http-api.md 3.7), and by a signed URL (3.6). */
@Singleton
class PreviewRoutes implements Routes {

    private static final Pattern MADE = Pattern.compile("([0-9a-f-]{36})\\.([a-z0-9]{1,10})");

    private final AppGate gate;
    private final EngineApi engine;
    private final UploadTable table;
    private final FileStore store;
    private final FileUrls urls;

    PreviewRoutes(
            AppGate gate, EngineApi engine, UploadTable table, FileStore store, FileUrls urls) {
        this.gate = gate;
        this.engine = engine;
        this.table = table;
        this.store = store;
        this.urls = urls;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/files/{file_id:uuid}/preview", gate.app(this::preview)),
                Route.get("/files/{file_id:uuid}/file-preview", this::signed),
                Route.get("/files/tools/{file_name}", this::made));
    }

    private Uni<Answer> preview(AppCall call) {
        UUID fileId = call.call().id("file_id");
        boolean attachment = call.call().query("as_attachment").filter("true"::equals).isPresent();
        return engine.appsOfFile(fileId)
                .invoke(apps -> refuseForeign(apps, call.appId()))
                .chain(apps -> table.find(fileId))
                .map(found -> found.orElseThrow(() -> notFound("Upload file record not found")))
                .chain(file -> content(file, attachment));
    }

    private static void refuseForeign(List<UUID> apps, UUID asking) {
        if (apps.isEmpty()) {
            throw notFound("File not found in message context");
        }
        if (!apps.contains(asking)) {
            throw new DifyException(
                    403, "file_access_denied", "File access denied: not owned by requesting app");
        }
    }

    private Uni<Answer> signed(Call call) {
        UUID fileId = call.id("file_id");
        if (!urls.admits(fileId, call)) {
            return Uni.createFrom().failure(notFound("File not found or signature is invalid"));
        }
        boolean attachment = call.query("as_attachment").filter("true"::equals).isPresent();
        return table.find(fileId)
                .map(found ->
                        found.orElseThrow(() -> notFound("The requested file was not found.")))
                .chain(file -> content(file, attachment));
    }

    /** A file that a tool made; who has its URL may read it. */
    private Uni<Answer> made(Call call) {
        Matcher name = MADE.matcher(call.path("file_name"));
        String tenant = call.query("tenant").orElse("");
        if (!name.matches() || !urls.admits(tenant, name.group(1), call)) {
            return Uni.createFrom().failure(notFound("File not found or signature is invalid"));
        }
        UUID fileId = UUID.fromString(name.group(1));
        UUID tenantId = UUID.fromString(tenant);
        boolean attachment = call.query("as_attachment").filter("true"::equals).isPresent();
        return Uni.createFrom()
                .item(() -> made(tenantId, fileId, name.group(2), attachment))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Answer> content(StoredUpload file, boolean attachment) {
        return Uni.createFrom()
                .item(() -> read(file, attachment))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Answer made(UUID tenantId, UUID fileId, String extension, boolean attachment) {
        String type = URLConnection.guessContentTypeFromName("file." + extension);
        return stored(
                FileStore.tool(tenantId, fileId),
                ContentHeaders.of(
                        fileId + "." + extension, extension, type == null ? "" : type, attachment));
    }

    private Answer read(StoredUpload file, boolean attachment) {
        return stored(
                FileStore.upload(file.tenantId(), file.id()),
                ContentHeaders.of(file.name(), file.extension(), file.mimeType(), attachment));
    }

    private Answer stored(String name, Map<String, String> headers) {
        try {
            Path content = store.fetch(name);
            return new Answer.Content(headers, content, Files.size(content));
        } catch (NoSuchFileException _) {
            throw notFound("The requested file was not found.");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static DifyException notFound(String message) {
        return new DifyException(404, "file_not_found", message);
    }
}
