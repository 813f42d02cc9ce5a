package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Documents in vector-store-adapter. Both calls may be repeated. */
@ApplicationScoped
class RemoteDocuments implements DocumentHolder {

    private final PeerPool replicas;
    private final RemoteClients clients;
    private final Duration timeout;

    RemoteDocuments(Peers peers, RemoteClients clients, IndexingConfig config) {
        this.replicas = peers.of(PeerService.VECTOR);
        this.clients = clients;
        this.timeout = config.storeTimeout();
    }

    @Override
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            skipOn = {DocumentGoneException.class, JobLostException.class, HopelessException.class})
    public DocumentSource source(IndexingJob job) {
        return call(api -> api.source(job.documentId(), job.tenantId(), job.revision()));
    }

    @Override
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            skipOn = {DocumentGoneException.class, JobLostException.class, HopelessException.class})
    public void store(IndexingJob job, List<NewSegment> segments) {
        SegmentUpload upload =
                new SegmentUpload(job.datasetId(), job.revision(), job.epoch(), segments);
        call(api -> api.store(job.documentId(), job.tenantId(), upload));
    }

    private <T> T call(Function<KnowledgeApi, Uni<T>> work) {
        try {
            return replicas.call(url -> work.apply(client(url)), RemoteFault::isReplicas)
                    .await()
                    .atMost(timeout);
        } catch (RemoteFault fault) {
            throw told(fault);
        }
    }

    private static RuntimeException told(RemoteFault fault) {
        return switch (fault.code()) {
            case "document_not_found", "stale_revision" -> new DocumentGoneException(fault);
            case "stale_epoch" -> new JobLostException(String.valueOf(fault.getMessage()));
            default ->
                    fault.isFinal()
                            ? new HopelessException(String.valueOf(fault.getMessage()), fault)
                            : fault;
        };
    }

    private KnowledgeApi client(URI replica) {
        return clients.of(KnowledgeApi.class, replica, timeout);
    }
}
