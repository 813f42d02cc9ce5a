package io.holdfast.gateway.file;

import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.http.Upload;
import io.holdfast.gateway.http.UploadRules;
import io.holdfast.platform.file.FileStore;
import io.holdfast.platform.id.EndUserIds;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Taking files in (http-api.md 3.5). */
@Singleton
class UploadRoutes implements Routes {

    private static final String ANONYMOUS = "DEFAULT-USER";
    private static final int CREATED = 201;

    private final AppGate gate;
    private final UploadTable table;
    private final FileStore store;
    private final FileUrls urls;
    private final UploadConfig config;
    private final Ids ids;
    private final Clock clock;

    UploadRoutes(
            AppGate gate,
            UploadTable table,
            FileStore store,
            FileUrls urls,
            UploadConfig config,
            Ids ids,
            Clock clock) {
        this.gate = gate;
        this.table = table;
        this.store = store;
        this.urls = urls;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/v1/files/upload", gate.app(this::upload)));
    }

    private Uni<Answer> upload(AppCall call) {
        return call.call().upload(rules()).chain(upload -> keep(call, upload));
    }

    private UploadRules rules() {
        return new UploadRules() {
            @Override
            public Path place() throws IOException {
                return store.incoming();
            }

            @Override
            public long limit(String name) {
                return UploadNames.limit(name, config);
            }
        };
    }

    /** The content first: a row without one would promise what is not there. */
    private Uni<Answer> keep(AppCall call, Upload upload) {
        StoredUpload file = describe(call, upload);
        return Uni.createFrom()
                .item(() -> {
                    moveIn(upload.content(), file);
                    return file;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(kept -> table.insert(kept))
                .map(kept -> new Answer.Json(CREATED, view(file)));
    }

    private StoredUpload describe(AppCall call, Upload upload) {
        String user = upload.fields().getOrDefault("user", "");
        return new StoredUpload(
                ids.next(),
                call.tenantId(),
                call.appId(),
                user.isEmpty() ? ANONYMOUS : user.replace("\0", ""),
                UploadNames.shortened(upload.name()),
                UploadNames.extension(upload.name()),
                upload.mimeType(),
                upload.size(),
                clock.instant());
    }

    private void moveIn(Path content, StoredUpload file) {
        try {
            store.keep(content, FileStore.upload(file.tenantId(), file.id()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Object view(StoredUpload file) {
        return new Fields()
                .put("id", file.id())
                .put("reference", null)
                .put("name", file.name())
                .put("size", file.size())
                .put("extension", file.extension())
                .put("mime_type", file.mimeType())
                .put("created_by", EndUserIds.of(file.appId(), file.user()))
                .time("created_at", file.createdAt())
                .put("preview_url", null)
                .put("source_url", urls.of(file.id(), Duration.ZERO))
                .put("original_url", null)
                .put("user_id", null)
                .put("tenant_id", file.tenantId())
                .put("conversation_id", null)
                .put("file_key", null)
                .map();
    }
}
