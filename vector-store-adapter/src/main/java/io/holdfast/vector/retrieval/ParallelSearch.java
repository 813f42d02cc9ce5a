package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.platform.error.UnavailableException;
import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.metadata.MetadataMatcher;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Searches several datasets at a time, each by its own settings. A fault of one fails all. */
@Singleton
class ParallelSearch {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SearchableDatasets datasets;
    private final DatasetSearch search;
    private final Duration patience;

    ParallelSearch(SearchableDatasets datasets, DatasetSearch search, KnowledgeConfig config) {
        this.datasets = datasets;
        this.search = search;
        this.patience = config.embeddingTimeout().plus(config.databaseTimeout());
    }

    List<RetrievedPassage> search(
            List<SearchableDataset> searched, QueryVectors query, MetadataMatcher filter) {
        List<Future<List<RetrievedPassage>>> running = new ArrayList<>(searched.size());
        for (SearchableDataset dataset : searched) {
            running.add(threads.submit(() -> search(dataset, query, filter)));
        }
        try {
            List<RetrievedPassage> union = new ArrayList<>();
            for (Future<List<RetrievedPassage>> one : running) {
                union.addAll(one.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            }
            return union;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new UnavailableException("A search took too long.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The search was interrupted.", e);
        } finally {
            running.forEach(one -> one.cancel(true));
        }
    }

    private List<RetrievedPassage> search(
            SearchableDataset dataset, QueryVectors query, MetadataMatcher filter) {
        return search.search(
                dataset, query, dataset.ownSettings(), datasets.admitted(dataset.id(), filter));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
