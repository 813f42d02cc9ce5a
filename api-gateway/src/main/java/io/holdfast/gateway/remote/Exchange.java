package io.holdfast.gateway.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.error.Problem;
import io.holdfast.platform.internal.InternalCredential;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange with another service: the credential goes out, problems come in. */
@Singleton
public class Exchange {

    private final InternalCredential credential;
    private final ObjectMapper mapper;

    Exchange(InternalCredential credential, ObjectMapper mapper) {
        this.credential = credential;
        this.mapper = mapper;
    }

    /**
     * What is asked.
     *
     * @param path with its query, from the root of the service
     * @param body written as JSON; null for none
     */
    public record Ask(HttpMethod method, String path, @Nullable Object body) {}

    /**
     * Sends a request and waits for the head of a good answer. The answer is paused: reading it
     * with demand sets it going.
     *
     * <p>Failures: {@link RefusedException}, {@link UnreachableException}.
     */
    public Uni<HttpClientResponse> open(HttpClient client, URI service, Ask ask) {
        return head(client, service, ask).invoke(response -> response.pause());
    }

    /**
     * Sends a request and takes in a good answer whole.
     *
     * <p>Failures: as above.
     */
    public Uni<byte[]> whole(HttpClient client, URI service, Ask ask) {
        return head(client, service, ask)
                .chain(response ->
                        response.body()
                                .map(body -> body.getBytes())
                                .onFailure()
                                .transform(fault ->
                                        new UnreachableException(
                                                service + " broke off its answer", true, fault)));
    }

    private Uni<HttpClientResponse> head(HttpClient client, URI service, Ask ask) {
        RequestOptions options =
                new RequestOptions().setMethod(ask.method()).setAbsoluteURI(service + ask.path());
        options.putHeader("Authorization", credential.header());
        options.putHeader("Accept", "application/json, text/event-stream");
        var connected = new AtomicBoolean();
        return client.request(options)
                .invoke(request -> connected.set(true))
                .chain(request -> send(request, ask.body()))
                .onFailure(fault -> !(fault instanceof RefusedException))
                .transform(fault ->
                        new UnreachableException(
                                service + " did not answer", connected.get(), fault));
    }

    private Uni<HttpClientResponse> send(HttpClientRequest request, @Nullable Object body) {
        Uni<HttpClientResponse> sent =
                body == null
                        ? request.send()
                        : request.putHeader("Content-Type", "application/json")
                                .send(io.vertx.mutiny.core.buffer.Buffer.newInstance(json(body)));
        return sent.chain(this::refuseProblems);
    }

    private Uni<HttpClientResponse> refuseProblems(HttpClientResponse response) {
        if (response.statusCode() < 300) {
            return Uni.createFrom().item(response);
        }
        return response.body()
                .map(body -> {
                    throw new RefusedException(problem(body.getDelegate(), response.statusCode()));
                });
    }

    private Problem problem(Buffer body, int status) {
        try {
            JsonNode told = mapper.readTree(body.getBytes());
            if (told != null && told.hasNonNull("code") && told.hasNonNull("message")) {
                return new Problem(told.get("code").asText(), told.get("message").asText(), status);
            }
        } catch (IOException noJson) {
            // A proxy's page, or nothing at all: the status must do.
        }
        return new Problem("http_" + status, "The service answered with status " + status, status);
    }

    private Buffer json(Object body) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException("A request cannot be written as JSON", fault);
        }
    }
}
