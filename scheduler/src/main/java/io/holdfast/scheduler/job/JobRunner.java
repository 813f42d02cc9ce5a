package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.scheduler.indexing.Chunk;
import io.holdfast.scheduler.indexing.Segmenter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Indexes one document: reads, cleans, cuts, then embeds and stores batch by batch, saving after
 * each. A job that was begun by another goes on after the last batch that was saved; a batch that
 * was stored but not saved is stored again, onto itself.
 */
@Singleton
class JobRunner {

    private final DocumentHolder documents;
    private final Embedder embedder;
    private final Clock clock;
    private final Batches batches;

    JobRunner(DocumentHolder documents, Embedder embedder, Clock clock, IndexingConfig config) {
        this.documents = documents;
        this.embedder = embedder;
        this.clock = clock;
        this.batches = new Batches(config.batchSegments(), config.batchCharacters());
    }

    /**
     * Works on a job until it is done.
     *
     * @param job its state, kept up to date with every save
     * @param mine whether it may be worked on; asked before each batch
     * @throws JobLostException when it may not
     * @throws DocumentGoneException when there is nothing to index any more
     * @throws HopelessException when it cannot be done
     */
    void run(JobInHand job, BooleanSupplier mine) {
        DocumentSource source = documents.source(job.now());
        if (!isIndexing(job)) {
            job.save(at -> at.at(IndexingStatus.PARSING, at.times().started(clock.instant())));
            job.save(at ->
                    at.ofText(length(source.text()))
                            .at(IndexingStatus.CLEANING, at.times().parsed(clock.instant())));
        }
        List<Chunk> chunks = chunks(source);
        toIndexing(job, chunks.size());
        while (job.now().progress().stored() < chunks.size()) {
            if (!mine.getAsBoolean()) {
                throw new JobLostException("this process is no member any more");
            }
            storeNext(job, source, chunks);
        }
        job.save(at -> at.at(IndexingStatus.COMPLETED, at.times().ended(clock.instant())));
    }

    private static List<Chunk> chunks(DocumentSource source) {
        try {
            String cleaned = Segmenter.clean(source.text(), source.processRule());
            return Segmenter.split(cleaned, source.processRule());
        } catch (IllegalArgumentException e) {
            throw new HopelessException(String.valueOf(e.getMessage()), e);
        }
    }

    private void toIndexing(JobInHand job, int total) {
        if (!isIndexing(job)) {
            job.save(at -> at.at(IndexingStatus.SPLITTING, at.times().cleaned(clock.instant())));
            job.save(at ->
                    at.ofSegments(total)
                            .at(IndexingStatus.INDEXING, at.times().split(clock.instant())));
        } else if (job.now().progress().total() != total) {
            // Another version of the program cut otherwise: nothing stored counts.
            job.save(at -> at.fromTheFirst().ofSegments(total));
        }
    }

    private void storeNext(JobInHand job, DocumentSource source, List<Chunk> chunks) {
        int from = job.now().progress().stored();
        List<Chunk> batch = batches.next(chunks, from);
        String model = source.embeddingModel();
        Embedder.Embeddings embeddings =
                model == null ? null : embed(source.embeddingProvider(), model, batch);
        documents.store(job.now(), segments(batch, embeddings));
        long tokens = embeddings == null ? 0 : embeddings.tokens();
        job.save(at -> at.withStored(from + batch.size(), tokens));
    }

    private Embedder.Embeddings embed(@Nullable String provider, String model, List<Chunk> batch) {
        return embedder.embed(provider, model, batch.stream().map(Chunk::content).toList());
    }

    /** The model counts a batch; each segment gets the share of its length. */
    private static List<NewSegment> segments(
            List<Chunk> batch, Embedder.@Nullable Embeddings embeddings) {
        long characters = batch.stream().mapToLong(Chunk::length).sum();
        List<NewSegment> segments = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Chunk chunk = batch.get(i);
            long tokens =
                    embeddings == null
                            ? 0
                            : Math.ceilDiv(embeddings.tokens() * chunk.length(), characters);
            segments.add(
                    new NewSegment(
                            chunk.position(),
                            chunk.content(),
                            chunk.hash(),
                            chunk.length(),
                            tokens,
                            embeddings == null ? null : embeddings.vectors().get(i)));
        }
        return segments;
    }

    private static boolean isIndexing(JobInHand job) {
        return job.now().progress().stage() == IndexingStatus.INDEXING;
    }

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }
}
