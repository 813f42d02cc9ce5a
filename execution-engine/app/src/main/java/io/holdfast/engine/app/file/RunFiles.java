package io.holdfast.engine.app.file;

import io.holdfast.contracts.file.UploadedFile;
import io.holdfast.engine.file.KnownFiles;
import io.holdfast.engine.file.RemoteFile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out what is known of the files that a run is asked to take. */
@ApplicationScoped
public class RunFiles {

    private final RemoteProbe probe;
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("probe-", 0).factory());

    RunFiles(RemoteProbe probe) {
        this.probe = probe;
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /** What is known of uploads and remote files; the latter's servers are asked, all at once. */
    public Uni<KnownFiles> known(List<UploadedFile> uploads, Set<String> urls) {
        Map<UUID, UploadedFile> byId =
                uploads.stream().collect(Collectors.toMap(UploadedFile::id, Function.identity()));
        if (urls.isEmpty()) {
            return Uni.createFrom().item(new KnownFiles(byId, Map.of()));
        }
        return Uni.join()
                .all(urls.stream().map(this::ask).toList())
                .andFailFast()
                .map(answers -> {
                    Map<String, RemoteFile> remote = new HashMap<>();
                    answers.forEach(answer -> remote.put(answer.url(), answer.file()));
                    return new KnownFiles(byId, remote);
                });
    }

    private record Asked(String url, RemoteFile file) {}

    private Uni<Asked> ask(String url) {
        return Uni.createFrom()
                .completionStage(() ->
                        CompletableFuture.supplyAsync(() -> new Asked(url, probed(url)), executor));
    }

    private RemoteFile probed(String url) {
        try {
            return probe.ask(url);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return RemoteFile.UNKNOWN;
        }
    }
}
