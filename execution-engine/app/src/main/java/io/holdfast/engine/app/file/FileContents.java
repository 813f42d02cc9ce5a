package io.holdfast.engine.app.file;

import io.holdfast.engine.app.egress.OutboundException;
import io.holdfast.engine.app.egress.OutboundHttp;
import io.holdfast.engine.app.egress.OutboundRequest;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.egress.ResponseTooLargeException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.file.FileReference;
import io.holdfast.engine.value.FileValues;
import io.holdfast.platform.file.FileStore;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Reads the contents of files for nodes. Blocking: for virtual threads. */
@ApplicationScoped
public class FileContents {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int REFUSED = 400;

    private final FileStore store;
    private final OutboundHttp http;
    private final FileAccessConfig config;
    private final Semaphore places;

    FileContents(FileStore store, OutboundHttp http, FileAccessConfig config) {
        this.store = store;
        this.http = http;
        this.config = config;
        this.places = new Semaphore(config.concurrency());
    }

    /** Does something with a content. */
    @FunctionalInterface
    public interface Use<T> {

        T with(byte[] content) throws UnreadableFileException, InterruptedException;
    }

    /**
     * Reads a file and lets it be used while only few are in memory.
     *
     * @throws UnreadableFileException when it is not there, too large, or must not be read
     */
    public <T> T use(RunStart run, FileValues.Facts file, Use<T> use)
            throws UnreadableFileException, InterruptedException {
        places.acquire();
        try {
            return use.with(read(run, file));
        } finally {
            places.release();
        }
    }

    private byte[] read(RunStart run, FileValues.Facts file)
            throws UnreadableFileException, InterruptedException {
        String id = file.relatedId();
        if (id == null) {
            return download(file.url());
        }
        return switch (file.method()) {
            case FileReference.LOCAL -> stored(id, key -> FileStore.upload(run.tenantId(), key));
            case FileReference.TOOL -> stored(id, key -> FileStore.tool(run.tenantId(), key));
            default -> download(file.url());
        };
    }

    /** Whatever the run's values say, its tenant's files are the only ones that it reads. */
    private byte[] stored(String id, Function<UUID, String> name) throws UnreadableFileException {
        try {
            Path path = store.fetch(name.apply(UUID.fromString(id)));
            if (Files.size(path) > config.most().asLongValue()) {
                throw tooLarge();
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw new UnreadableFileException("The file " + id + " does not exist.", e);
        } catch (IOException e) {
            throw new UnreadableFileException("The file " + id + " cannot be read.", e);
        }
    }

    private byte[] download(String url) throws UnreadableFileException, InterruptedException {
        try {
            OutboundRequest request =
                    new OutboundRequest(
                            "GET",
                            URI.create(url),
                            Map.of(),
                            Buffer.buffer(),
                            CONNECT,
                            config.read(),
                            true);
            OutboundResponse response = http.send(request, config.most().asLongValue());
            if (response.status() >= REFUSED) {
                throw new UnreadableFileException(
                        "The file's server answered " + response.status() + ".", null);
            }
            return response.body().getBytes();
        } catch (ResponseTooLargeException _) {
            throw tooLarge();
        } catch (OutboundException | IllegalArgumentException e) {
            throw new UnreadableFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private UnreadableFileException tooLarge() {
        return new UnreadableFileException(
                "The file is larger than " + config.most().asLongValue() + " bytes.", null);
    }
}
