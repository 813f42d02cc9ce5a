package io.holdfast.platform.peer;

import io.holdfast.platform.time.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The replicas of all services, as configured. */
@Singleton
public class Peers {

    private final Map<PeerService, PeerPool> pools = new EnumMap<>(PeerService.class);

    @Inject
    public Peers(PeerConfig config, Ticker ticker) {
        for (PeerService service : PeerService.values()) {
            pools.put(service, pool(urls(config, service), config, ticker));
        }
    }

    /** The replicas of a service. */
    public PeerPool of(PeerService service) {
        PeerPool pool = pools.get(service);
        if (pool == null) {
            throw new IllegalArgumentException("No replicas known of " + service);
        }
        return pool;
    }

    private static PeerPool pool(List<URI> urls, PeerConfig config, Ticker ticker) {
        var ejection = new PeerHealth.Ejection(config.ejectAfter(), config.ejectFor());
        List<PeerHealth> peers = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            int weight = i < config.weights().size() ? config.weights().get(i) : 1;
            peers.add(new PeerHealth(withoutSlash(urls.get(i)), weight, ejection, ticker));
        }
        return new PeerPool(peers, selector(config.balance()));
    }

    private static PeerSelector selector(PeerConfig.Balance balance) {
        return switch (balance) {
            case ROUND_ROBIN -> new RoundRobin();
            case WEIGHTED -> new Weighted(new SecureRandom());
            case LEAST_REQUESTS -> new LeastRequests();
        };
    }

    private static List<URI> urls(PeerConfig config, PeerService service) {
        return switch (service) {
            case GATEWAY -> config.gateway();
            case ENGINE -> config.engine();
            case MODEL -> config.model();
            case SCHEDULER -> config.scheduler();
            case VECTOR -> config.vector();
        };
    }

    private static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
