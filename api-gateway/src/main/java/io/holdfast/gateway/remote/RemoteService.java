package io.holdfast.gateway.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.platform.peer.PeerPool;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.http.HttpClient;
import java.io.IOException;
import java.util.function.Function;

/**
 * Plain calls to a service's replicas: bounded in time, and made once more at another replica when
 * one did not answer and asking again does no harm.
 */
public final class RemoteService {

    private final String name;
    private final PeerPool replicas;
    private final HttpClient client;
    private final Exchange exchange;
    private final ObjectMapper mapper;

    public RemoteService(
            String name,
            PeerPool replicas,
            HttpClient client,
            Exchange exchange,
            ObjectMapper mapper) {
        this.name = name;
        this.replicas = replicas;
        this.client = client;
        this.exchange = exchange;
        this.mapper = mapper;
    }

    /** Reads something. */
    public <T> Uni<T> get(String path, TypeReference<T> type) {
        return call(new Exchange.Ask(HttpMethod.GET, path, null), read(type));
    }

    /** Asks for something to be done. */
    public <T> Uni<T> post(String path, Object body, TypeReference<T> type) {
        return call(new Exchange.Ask(HttpMethod.POST, path, body), read(type));
    }

    /** Asks for something to be done that has no answer but that it was. */
    public Uni<Void> post(String path) {
        return call(new Exchange.Ask(HttpMethod.POST, path, null), bytes -> bytes)
                .replaceWithVoid();
    }

    /** Hands something over; there is no answer but that it was taken. */
    public Uni<Void> send(String path, Object body) {
        return call(new Exchange.Ask(HttpMethod.POST, path, body), bytes -> bytes)
                .replaceWithVoid();
    }

    /** Asks for something to be done without sending anything. */
    public <T> Uni<T> post(String path, TypeReference<T> type) {
        return call(new Exchange.Ask(HttpMethod.POST, path, null), read(type));
    }

    /** Makes something what the body says. */
    public <T> Uni<T> put(String path, Object body, TypeReference<T> type) {
        return call(new Exchange.Ask(HttpMethod.PUT, path, body), read(type));
    }

    /** Takes something away. */
    public Uni<Void> delete(String path) {
        return call(new Exchange.Ask(HttpMethod.DELETE, path, null), bytes -> bytes)
                .replaceWithVoid();
    }

    private <T> Uni<T> call(Exchange.Ask ask, Function<byte[], T> reader) {
        boolean repeatable = !ask.method().equals(HttpMethod.POST);
        return replicas.call(
                        url -> exchange.whole(client, url, ask),
                        fault -> maybeElsewhere(fault, repeatable))
                .map(reader);
    }

    private static boolean maybeElsewhere(Throwable fault, boolean repeatable) {
        return switch (fault) {
            case RefusedException refused -> refused.isReplicasFault();
            case UnreachableException silent -> repeatable || !silent.wasSent();
            default -> false;
        };
    }

    private <T> Function<byte[], T> read(TypeReference<T> type) {
        return bytes -> {
            try {
                return mapper.readValue(bytes, type);
            } catch (IOException fault) {
                throw new IllegalStateException(name + " answered with something else", fault);
            }
        };
    }
}
