package io.holdfast.vector.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexesTest {

    private static final UUID CATS = new UUID(1, 1);
    private static final UUID SHIPS = new UUID(1, 2);
    private static final UUID CAT_SEGMENT = new UUID(2, 1);
    private static final UUID SHIP_SEGMENT = new UUID(2, 2);

    @TempDir private Path root;
    private final FakeChanges changes = new FakeChanges();
    private Indexes indexes;

    @BeforeEach
    void open() throws IOException {
        indexes = new Indexes(root, changes, 2);
    }

    @AfterEach
    void close() throws IOException {
        indexes.close();
    }

    private long twoDocuments() {
        changes.publish(CATS, segment(CAT_SEGMENT, "A cat sleeps all day.", 1, 0));
        return changes.publish(SHIPS, segment(SHIP_SEGMENT, "Ships sail the sea.", 0, 1));
    }

    private static IndexedSegment segment(UUID id, String content, float... vector) {
        return new IndexedSegment(id, content, List.of(), vector);
    }

    private List<Hit> nearest(long upTo, DocumentScope scope, float... vector) {
        return indexes.search(changes.datasetId, upTo, Searches.nearest(vector, 10, scope));
    }

    private List<UUID> text(long upTo, String query) {
        return indexes
                .search(changes.datasetId, upTo, Searches.text(query, 10, DocumentScope.ALL))
                .stream()
                .map(Hit::segmentId)
                .toList();
    }

    @Test
    void vectorsAreFoundByCosine() {
        List<Hit> hits = nearest(twoDocuments(), DocumentScope.ALL, 0.6f, 0.8f);

        assertThat(hits).extracting(Hit::segmentId).containsExactly(SHIP_SEGMENT, CAT_SEGMENT);
        assertThat(hits.get(0).score()).isCloseTo(0.8, within(1e-6));
        assertThat(hits.get(1).score()).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void onlyDocumentsInScopeAnswer() {
        List<Hit> hits = nearest(twoDocuments(), DocumentScope.of(Set.of(CATS)), 0, 1);

        assertThat(hits).extracting(Hit::segmentId).containsExactly(CAT_SEGMENT);
    }

    @Test
    void wordsAreFoundWhateverTheirCase() {
        long upTo = twoDocuments();

        assertThat(text(upTo, "SHIPS?")).containsExactly(SHIP_SEGMENT);
        assertThat(text(upTo, "\"quoted: (cat")).containsExactly(CAT_SEGMENT);
        assertThat(text(upTo, "?!")).isEmpty();
    }

    @Test
    void chineseIsFoundByPairsOfCharacters() {
        changes.publish(CATS, segment(CAT_SEGMENT, "知识库检索支持全文搜索", 1, 0));
        long upTo = changes.publish(SHIPS, segment(SHIP_SEGMENT, "北京今天天气很好", 0, 1));

        assertThat(text(upTo, "全文检索")).containsExactly(CAT_SEGMENT);
        assertThat(text(upTo, "天气")).containsExactly(SHIP_SEGMENT);
        assertThat(text(upTo, "京")).containsExactly(SHIP_SEGMENT);
        // Both characters occur, but never side by side.
        assertThat(text(upTo, "气天")).isEmpty();
    }

    @Test
    void cosinesCanBeAskedForTextHits() {
        long upTo = twoDocuments();

        List<Hit> hits =
                indexes.search(
                        changes.datasetId,
                        upTo,
                        Searches.cosines(new float[] {1, 0}, List.of(SHIP_SEGMENT)));

        assertThat(hits).containsExactly(new Hit(SHIP_SEGMENT, 0));
    }

    @Test
    void keywordsAreCounted() {
        changes.publish(CATS, new IndexedSegment(CAT_SEGMENT, "-", List.of("cat", "sea"), null));
        long upTo =
                changes.publish(SHIPS, new IndexedSegment(SHIP_SEGMENT, "-", List.of("sea"), null));

        List<Hit> hits =
                indexes.search(
                        changes.datasetId,
                        upTo,
                        Searches.keywords(Set.of("cat", "sea", "dog"), 10, DocumentScope.ALL));

        assertThat(hits).containsExactly(new Hit(CAT_SEGMENT, 2), new Hit(SHIP_SEGMENT, 1));
    }

    @Test
    void aRemovedDocumentIsFoundNoMore() {
        twoDocuments();
        nearest(2, DocumentScope.ALL, 1, 0);

        long upTo = changes.remove(CATS);

        assertThat(nearest(upTo, DocumentScope.ALL, 1, 0))
                .extracting(Hit::segmentId)
                .containsExactly(SHIP_SEGMENT);
        assertThat(text(upTo, "cat")).isEmpty();
    }

    @Test
    void aReplacedDocumentLeavesNothingOfTheOldBehind() {
        twoDocuments();
        text(2, "cat");

        long upTo = changes.publish(CATS, segment(new UUID(2, 9), "Dogs bark.", 1, 0));

        assertThat(text(upTo, "cat")).isEmpty();
        assertThat(text(upTo, "dogs")).containsExactly(new UUID(2, 9));
        assertThat(nearest(upTo, DocumentScope.ALL, 1, 0)).hasSize(2);
    }

    @Test
    void afterARestartOnlyNewChangesAreRead() throws IOException {
        long upTo = twoDocuments();
        text(upTo, "cat");
        indexes.close();
        changes.documentsRead.set(0);

        indexes = new Indexes(root, changes, 2);

        assertThat(text(upTo, "cat")).containsExactly(CAT_SEGMENT);
        assertThat(changes.documentsRead).hasValue(0);
    }

    @Test
    void aDeletedDirectoryIsBuiltAnew() throws IOException {
        long upTo = twoDocuments();
        text(upTo, "cat");
        Path directory = indexes.path(changes.datasetId);
        indexes.close();
        FileTrees.delete(directory);

        indexes = new Indexes(root, changes, 2);

        assertThat(text(upTo, "cat")).containsExactly(CAT_SEGMENT);
    }

    @Test
    void aCorruptIndexIsBuiltAnew() throws IOException {
        long upTo = twoDocuments();
        text(upTo, "cat");
        Path directory = indexes.path(changes.datasetId);
        indexes.close();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "noise");
            }
        }

        indexes = new Indexes(root, changes, 2);

        assertThat(text(upTo, "cat")).containsExactly(CAT_SEGMENT);
    }

    @Test
    void anIndexAheadOfTheDatabaseIsBuiltAnew() throws IOException {
        text(twoDocuments(), "cat");
        indexes.close();
        changes.restoreOldBackup();
        long upTo = changes.publish(SHIPS, segment(SHIP_SEGMENT, "Ships sail the sea.", 0, 1));

        indexes = new Indexes(root, changes, 2);

        assertThat(text(upTo, "cat ships")).containsExactly(SHIP_SEGMENT);
    }

    @Test
    void twoReplicasOnOneMachineHaveTheirOwnIndexes() throws IOException {
        long upTo = twoDocuments();

        try (Indexes other = new Indexes(root, changes, 2)) {
            assertThat(other.path(changes.datasetId)).isNotEqualTo(indexes.path(changes.datasetId));
            assertThat(
                            other.search(
                                    changes.datasetId,
                                    upTo,
                                    Searches.text("cat", 10, DocumentScope.ALL)))
                    .hasSize(1);
        }
        assertThat(text(upTo, "cat")).containsExactly(CAT_SEGMENT);
    }

    @Test
    void aForgottenDatasetLeavesNoFiles() throws IOException {
        text(twoDocuments(), "cat");

        indexes.forget(changes.datasetId);

        assertThat(indexes.path(changes.datasetId)).doesNotExist();
        assertThat(indexes.present()).isEmpty();
    }

    @Test
    void leastRecentlyUsedIndexesAreClosedAndOpenedAgain() {
        long upTo = twoDocuments();
        for (int i = 0; i < 5; i++) {
            indexes.follow(new UUID(9, i), upTo);
        }

        assertThat(text(upTo, "cat")).containsExactly(CAT_SEGMENT);
        indexes.follow(new UUID(9, 0), upTo);
    }

    @Test
    void modelsOfManyDimensionsSurviveAReopening() throws IOException {
        long seed = 42;
        Random random = new Random(seed);
        float[] vector = new float[3072];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat() - 0.5f;
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        long upTo = changes.publish(CATS, segment(CAT_SEGMENT, "wide", vector));
        nearest(upTo, DocumentScope.ALL, vector);
        indexes.close();

        indexes = new Indexes(root, changes, 2);

        assertThat(nearest(upTo, DocumentScope.ALL, vector).getFirst().score())
                .as("seed %d", seed)
                .isCloseTo(1, within(1e-4));
    }
}
