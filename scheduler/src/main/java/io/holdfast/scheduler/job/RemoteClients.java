package io.holdfast.scheduler.job;

import io.holdfast.platform.internal.InternalClientFilter;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One client for each replica of a service, made when it is first asked. */
@Singleton
public class RemoteClients {

    private static final int CONNECT_SECONDS = 2;

    private final Map<Key, Object> clients = new ConcurrentHashMap<>();
    private final InternalClientFilter credential;
    private final RemoteFaultMapper faults;

    RemoteClients(InternalClientFilter credential, RemoteFaultMapper faults) {
        this.credential = credential;
        this.faults = faults;
    }

    /** The client of a replica. */
    public <T> T of(Class<T> api, URI replica, Duration timeout) {
        return api.cast(
                clients.computeIfAbsent(
                        new Key(api, replica), key -> client(api, replica, timeout)));
    }

    private <T> T client(Class<T> api, URI replica, Duration timeout) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(replica)
                .register(credential)
                .register(faults)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(api);
    }

    private record Key(Class<?> api, URI replica) {}
}
