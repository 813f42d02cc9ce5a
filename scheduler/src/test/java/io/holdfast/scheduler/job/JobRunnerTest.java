package io.holdfast.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.contracts.knowledge.Segmentation;
import io.holdfast.scheduler.indexing.Chunk;
import io.holdfast.scheduler.indexing.Segmenter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Kills the job at every point at which it touches the outside, and lets another go on. */
class JobRunnerTest {

    private static final ProcessRule RULE =
            new ProcessRule("custom", List.of(), new Segmentation("\\n", 50, 0));
    private static final String TEXT =
            IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> "Line number " + i + ".")
                    .collect(Collectors.joining("\n"));
    private static final List<Chunk> CHUNKS = Segmenter.split(TEXT, RULE);

    private final World world = new World();
    private final JobRunner runner =
            new JobRunner(
                    world,
                    world,
                    Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
                    config());

    private static IndexingConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(IndexingConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("holdfast.indexing.batch-segments", "2"), "test", 100))
                .build()
                .getConfigMapping(IndexingConfig.class);
    }

    private static IndexingJob fresh() {
        return new IndexingJob(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                new UUID(0, 4),
                1,
                new UUID(0, 5),
                1,
                0,
                0,
                null,
                new IndexingJob.Progress(
                        IndexingStatus.WAITING,
                        new IndexingJob.Times(null, null, null, null, null),
                        null,
                        0,
                        0,
                        0,
                        null));
    }

    @Test
    void aJobThatNobodyDisturbsStoresEveryChunkOnce() {
        runner.run(new JobInHand(fresh(), world::save), () -> true);

        assertThat(world.texts()).isEqualTo(CHUNKS.stream().map(Chunk::content).toList());
        assertThat(world.stages)
                .containsExactly(
                        IndexingStatus.PARSING,
                        IndexingStatus.CLEANING,
                        IndexingStatus.SPLITTING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.INDEXING,
                        IndexingStatus.COMPLETED);
        assertThat(world.embedded).isEqualTo(9);
        IndexingJob.Progress end = world.saved().progress();
        assertThat(end.total()).isEqualTo(9);
        assertThat(end.stored()).isEqualTo(9);
        assertThat(end.tokens()).isEqualTo(90);
        assertThat(end.wordCount()).isEqualTo(TEXT.length());
    }

    @Test
    void killedAnywhereItGoesOnWithoutDoublingAnything() {
        runner.run(new JobInHand(fresh(), world::save), () -> true);
        int touches = world.touches;
        assertThat(touches).isGreaterThan(20);
        for (int killedAt = 1; killedAt <= touches; killedAt++) {
            world.forget(killedAt);
            IndexingJob first = fresh();
            JobInHand killed = new JobInHand(first, world::save);
            assertThatThrownBy(() -> runner.run(killed, () -> true)).isInstanceOf(Killed.class);
            IndexingJob left = world.saved == null ? first : world.saved;

            if (left.progress().stage() != IndexingStatus.COMPLETED) {
                runner.run(new JobInHand(left, world::save), () -> true);
            }

            assertThat(world.texts())
                    .as("killed at touch %d", killedAt)
                    .isEqualTo(CHUNKS.stream().map(Chunk::content).toList());
            assertThat(world.embedded)
                    .as("at most one batch is embedded again, killed at %d", killedAt)
                    .isLessThanOrEqualTo(11);
            assertThat(world.saved().progress().stage()).isEqualTo(IndexingStatus.COMPLETED);
        }
    }

    @Test
    void aProcessThatIsNoMemberAnyMoreStopsBeforeTheNextBatch() {
        JobInHand job = new JobInHand(fresh(), world::save);

        assertThatThrownBy(() -> runner.run(job, () -> world.embedded < 4))
                .isInstanceOf(JobLostException.class);

        assertThat(world.texts()).hasSize(4);
        assertThat(world.saved().progress().stored()).isEqualTo(4);
    }

    @Test
    void aTextThatIsCutOtherwiseThanBeforeBeginsAgain() {
        runner.run(new JobInHand(fresh(), world::save), () -> true);
        IndexingJob.Progress end = world.saved().progress();
        IndexingJob other =
                fresh().next(end.at(IndexingStatus.INDEXING, end.times()).ofSegments(12));
        world.forget(0);

        runner.run(new JobInHand(other, world::save), () -> true);

        assertThat(world.embedded).isEqualTo(9);
        assertThat(world.saved().progress().total()).isEqualTo(9);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The outside of a job: text, model, segments and saved state; dies at a given touch. */
    private static final class World implements DocumentHolder, Embedder {

        private final Map<Integer, String> segments = new TreeMap<>();
        private final List<IndexingStatus> stages = new ArrayList<>();
        private int touches;
        private int embedded;
        private int killedAt;
        private @Nullable IndexingJob saved;

        void forget(int nextKill) {
            segments.clear();
            stages.clear();
            touches = 0;
            embedded = 0;
            saved = null;
            killedAt = nextKill;
        }

        IndexingJob saved() {
            return Objects.requireNonNull(saved, "nothing was saved");
        }

        List<String> texts() {
            return List.copyOf(segments.values());
        }

        /** Dies after odd touches took effect and before even ones do. */
        private void touch(Runnable effect) {
            touches++;
            boolean dies = touches == killedAt;
            if (!dies || touches % 2 == 1) {
                effect.run();
            }
            if (dies) {
                throw new Killed();
            }
        }

        void save(IndexingJob job) {
            touch(() -> {
                saved = job;
                stages.add(job.progress().stage());
            });
        }

        @Override
        public DocumentSource source(IndexingJob job) {
            touch(() -> {});
            return new DocumentSource(
                    job.datasetId(),
                    job.documentId(),
                    1,
                    TEXT,
                    IndexingTechnique.HIGH_QUALITY,
                    null,
                    "model",
                    RULE);
        }

        @Override
        public void store(IndexingJob job, List<NewSegment> batch) {
            touch(() -> batch.forEach(s -> segments.put(s.position(), s.content())));
        }

        @Override
        public Embeddings embed(@Nullable String provider, String model, List<String> texts) {
            touch(() -> embedded += texts.size());
            return new Embeddings(
                    texts.stream().map(text -> new float[] {1, 0}).toList(), texts.size() * 10L);
        }
    }
}
