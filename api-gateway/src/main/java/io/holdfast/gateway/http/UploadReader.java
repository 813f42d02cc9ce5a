package io.holdfast.gateway.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the one file of a multipart form (http-api.md 3.5), piece by piece to a disk that may be
 * slower than the caller. All of it happens on the request's event loop.
 */
final class UploadReader {

    private static final Logger LOGGER = Logger.getLogger(UploadReader.class);
    private static final String FIELD = "file";

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final UploadRules rules;
    private final Path place;
    private final UniEmitter<? super Upload> emitter;
    private @Nullable HttpServerFileUpload file;
    private Future<Void> written = Future.succeededFuture();
    private long size;
    private int files;
    private boolean over;

    private UploadReader(
            HttpServerRequest request,
            Vertx vertx,
            UploadRules rules,
            Path place,
            UniEmitter<? super Upload> emitter) {
        this.request = request;
        this.vertx = vertx;
        this.rules = rules;
        this.place = place;
        this.emitter = emitter;
    }

    /**
     * The file and the fields beside it.
     *
     * @param within how long the caller may take to send them
     */
    static Uni<Upload> read(HttpServerRequest request, UploadRules rules, Duration within) {
        String type = request.getHeader("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Uni.createFrom().failure(noFile());
        }
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "an event loop").owner();
        return Uni.createFrom()
                .emitter(emitter ->
                        vertx.executeBlocking(rules::place, false)
                                .onFailure(emitter::fail)
                                .onSuccess(place ->
                                        new UploadReader(request, vertx, rules, place, emitter)
                                                .start(within)));
    }

    private void start(Duration within) {
        long timer = vertx.setTimer(within.toMillis(), late -> refuse(late()));
        emitter.onTermination(() -> vertx.cancelTimer(timer));
        try {
            request.setExpectMultipart(true);
        } catch (IllegalStateException malformed) {
            refuse(noFile());
            return;
        }
        request.uploadHandler(this::part);
        request.exceptionHandler(this::refuse);
        request.endHandler(end -> ended());
        request.resume();
    }

    private void part(HttpServerFileUpload part) {
        part.exceptionHandler(this::refuse);
        if (!part.name().equals(FIELD) || over) {
            part.handler(ignored -> {});
            return;
        }
        files++;
        if (files > 1) {
            part.handler(ignored -> {});
            return;
        }
        file = part;
        String name = part.filename() == null ? "" : part.filename();
        try {
            take(part, rules.limit(name));
        } catch (DifyException refusal) {
            part.handler(ignored -> {});
            refuse(refusal);
        }
    }

    private void take(HttpServerFileUpload part, long limit) {
        part.pause();
        written =
                vertx.fileSystem()
                        .open(place.toString(), new OpenOptions().setWrite(true))
                        .compose(disk -> {
                            part.handler(piece -> write(part, disk, piece, limit));
                            Future<Void> closed =
                                    Future.future(done -> part.endHandler(done::complete))
                                            .compose(ended -> disk.close());
                            part.resume();
                            return closed;
                        });
        written.onFailure(this::refuse);
    }

    private void write(HttpServerFileUpload part, AsyncFile disk, Buffer piece, long limit) {
        size += piece.length();
        if (over) {
            return;
        }
        if (size > limit) {
            refuse(new DifyException(413, "file_too_large", ""));
            return;
        }
        var _ = disk.write(piece).onFailure(this::refuse);
        if (disk.writeQueueFull()) {
            part.pause();
            disk.drainHandler(empty -> part.resume());
        }
    }

    private void ended() {
        HttpServerFileUpload taken = file;
        if (over) {
            return;
        }
        if (taken == null) {
            refuse(noFile());
        } else if (files > 1) {
            refuse(new DifyException(400, "too_many_files", "Only one file is allowed."));
        } else {
            written.onSuccess(closed -> complete(taken));
        }
    }

    private void complete(HttpServerFileUpload taken) {
        if (over) {
            return;
        }
        over = true;
        Map<String, String> fields = new LinkedHashMap<>();
        request.formAttributes().forEach(field -> fields.put(field.getKey(), field.getValue()));
        String type = taken.contentType() == null ? "" : taken.contentType();
        emitter.complete(new Upload(taken.filename(), type, place, size, fields));
    }

    /** What was taken in so far is not kept. */
    private void refuse(Throwable reason) {
        if (over) {
            return;
        }
        over = true;
        var _ =
                vertx.executeBlocking(() -> Files.deleteIfExists(place), false)
                        .onFailure(
                                fault -> LOGGER.warnf("%s stays: %s", place, fault.getMessage()));
        emitter.fail(reason);
    }

    private static DifyException noFile() {
        return new DifyException(400, "no_file_uploaded", "Please upload your file.");
    }

    private static DifyException late() {
        return new DifyException(
                408, "request_timeout", "The request's body did not arrive in time.");
    }
}
