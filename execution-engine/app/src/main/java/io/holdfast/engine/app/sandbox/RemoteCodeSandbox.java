package io.holdfast.engine.app.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends code to a server that speaks the dify-sandbox protocol; that server sets the limits. */
public final class RemoteCodeSandbox implements CodeSandbox {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /** What the server may need beyond the run itself: its queue, the transport. */
    private static final Duration OVERHEAD = Duration.ofSeconds(45);

    /** JSON escapes make the answer longer than the result in it. */
    private static final int ESCAPES = 6;

    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final SandboxSettings settings;
    private final SandboxSettings.Remote remote;
    private final URI target;
    private final Semaphore slots;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** Creates a client of the server; connects when first used. */
    public RemoteCodeSandbox(SandboxSettings settings, SandboxSettings.Remote remote) {
        this.settings = settings;
        this.remote = remote;
        this.target = URI.create(remote.url().toString().replaceAll("/+$", "") + "/v1/sandbox/run");
        this.slots = new Semaphore(settings.concurrency(), true);
    }

    @Override
    public CodeOutcome run(CodeTask task) {
        try {
            if (!slots.tryAcquire(settings.queueTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                return new CodeOutcome.Unavailable(
                        "All " + settings.concurrency() + " calls to the sandbox stayed busy");
            }
            try {
                return send(task);
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("interrupted");
        }
    }

    private CodeOutcome send(CodeTask task) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(target)
                        .timeout(task.timeLimit().plus(OVERHEAD))
                        .header("X-Api-Key", remote.key())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        DifySandboxProtocol.request(task)))
                        .build();
        try {
            HttpResponse<String> response =
                    client.send(
                            request,
                            BodyHandlers.limiting(
                                    BodyHandlers.ofString(StandardCharsets.UTF_8),
                                    (long) settings.outputBytes() * ESCAPES));
            return switch (response.statusCode()) {
                case OK -> DifySandboxProtocol.outcome(response.body(), task);
                case SERVICE_UNAVAILABLE ->
                        new CodeOutcome.Unavailable("Code execution service is unavailable");
                default ->
                        unreachable(
                                "Failed to execute code, got status code "
                                        + response.statusCode()
                                        + ", please check if the sandbox service is running");
            };
        } catch (IOException e) {
            return unreachable(e.toString());
        }
    }

    private static CodeOutcome unreachable(String why) {
        return new CodeOutcome.Unavailable(
                "Failed to execute code, which is likely a network issue, please check if the"
                        + " sandbox service is running. ( Error: "
                        + why
                        + " )");
    }

    @Override
    public ConfinementLevel level() {
        return ConfinementLevel.REMOTE;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
