package io.holdfast.model.embedding;

import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.protocol.ModelProtocol;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.protocol.UsageJson;
import io.holdfast.model.route.Route;
import io.holdfast.model.route.Upstream;
import io.holdfast.model.transport.Deadlines;
import io.holdfast.model.usage.TokenCounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Embeds texts inside this process, off the event loop. The model is loaded by the first call; when
 * that fails the call fails with a clear message and the next one tries again.
 */
public final class LocalEmbeddings implements ModelProtocol {

    /** The model's name. */
    public static final String MODEL = "all-MiniLM-L6-v2";

    private static final String NAME = "in-process";
    private static final Logger LOG = Logger.getLogger(LocalEmbeddings.class);

    private final Vertx vertx;
    private final Executor workers;
    private final int batchLimit;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable MiniLm model;

    /**
     * @param workers few threads of their own: the work is arithmetic and never waits
     * @param batchLimit most texts a call
     */
    public LocalEmbeddings(Vertx vertx, Executor workers, int batchLimit) {
        this.vertx = vertx;
        this.workers = workers;
        this.batchLimit = batchLimit;
    }

    /** The route to this model, whatever provider the caller names. */
    public static Route route() {
        var upstream = Upstream.inProcess(NAME, MODEL);
        return new Route(null, MODEL, ModelType.TEXT_EMBEDDING, List.of(upstream), null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Multi<Piece> attempt(Upstream upstream, ModelCall call, Deadlines deadlines) {
        return Multi.createFrom()
                .deferred(() -> {
                    var request = EmbeddingRequest.of(call.body(), batchLimit);
                    var caller = vertx.getOrCreateContext();
                    return Uni.createFrom()
                            .item(() -> embed(request))
                            .runSubscriptionOn(workers)
                            .emitOn(task -> caller.runOnContext(ignored -> task.run()))
                            .onItem()
                            .transformToMulti(pieces -> Multi.createFrom().iterable(pieces));
                });
    }

    private List<Piece> embed(EmbeddingRequest request) {
        var embedded = loaded().embed(request.texts());
        var tokens = new TokenCounts(embedded.tokens(), 0, false);
        return List.of(
                new Piece.Whole(request.answer(MODEL, embedded.vectors()), ""),
                new Piece.Counts(tokens, UsageJson.write(tokens)));
    }

    private MiniLm loaded() {
        var ready = model;
        if (ready != null) {
            return ready;
        }
        loading.lock();
        try {
            var current = model;
            if (current == null) {
                current = load();
                model = current;
            }
            return current;
        } finally {
            loading.unlock();
        }
    }

    private static MiniLm load() {
        var begun = System.nanoTime();
        try {
            var loaded = MiniLm.load();
            LOG.infof("Loaded %s in %d ms", MODEL, (System.nanoTime() - begun) / 1_000_000);
            return loaded;
        } catch (RuntimeException | LinkageError failed) {
            LOG.errorf(failed, "%s could not be loaded", MODEL);
            throw ModelFailure.unavailable(
                    "embedding_model_not_loaded",
                    "The built-in embedding model could not be loaded on this machine; the log of the model service says why. Configure another embedding model in models.yaml.");
        }
    }
}
