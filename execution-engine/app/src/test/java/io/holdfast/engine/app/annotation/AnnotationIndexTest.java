package io.holdfast.engine.app.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is near enough. */
class AnnotationIndexTest {

    private static final UUID EAST = new UUID(0, 1);
    private static final UUID NORTH = new UUID(0, 2);

    private final AnnotationIndex index =
            new AnnotationIndex(List.of(entry(EAST, 5, 0), entry(NORTH, 0, 0.1f)));

    private static AnnotationIndex.Entry entry(UUID id, float... vector) {
        return new AnnotationIndex.Entry(id, UnitVector.of(vector));
    }

    @Test
    void theNearestIsFoundWhateverTheLengthsOfTheVectors() {
        var nearest = index.nearest(UnitVector.of(new float[] {300, 400}), 0.5).orElseThrow();

        assertThat(nearest.annotationId()).isEqualTo(NORTH);
        assertThat(nearest.score()).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void theThresholdItselfIsNearEnoughAndAHairBelowIsNot() {
        UnitVector query = UnitVector.of(new float[] {3, 4});

        assertThat(index.nearest(query, 0.8)).isPresent();
        assertThat(index.nearest(query, 0.80001)).isEmpty();
    }

    @Test
    void theSameTextIsNearEnoughForAThresholdOfOne() {
        float[] vector = new float[1_536];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) Math.sin(i * 0.7);
        }
        var one = new AnnotationIndex(List.of(entry(EAST, vector)));

        assertThat(one.nearest(UnitVector.of(vector), 1)).isPresent();
        vector[0] += 0.1f;
        assertThat(one.nearest(UnitVector.of(vector), 1)).isEmpty();
    }

    @Test
    void ofTwoThatAreAsNearTheFirstCounts() {
        var twins = new AnnotationIndex(List.of(entry(NORTH, 1, 1), entry(EAST, 1, 1)));

        assertThat(twins.nearest(UnitVector.of(new float[] {1, 1}), 0.9))
                .map(AnnotationIndex.Nearest::annotationId)
                .contains(NORTH);
    }

    @Test
    void aVectorOfOtherDimensionsOrOfNothingIsLikeNothing() {
        assertThat(index.nearest(UnitVector.of(new float[] {1, 0, 0}), 0.1)).isEmpty();
        assertThat(index.nearest(UnitVector.of(new float[] {0, 0}), 0.1)).isEmpty();
    }

    @Test
    void aStoredVectorIsTheSame() {
        Buffer stored = UnitVector.of(new float[] {3, -4}).bytes();

        assertThat(stored.length()).isEqualTo(8);
        assertThat(UnitVector.read(stored).cosine(UnitVector.of(new float[] {3, -4})))
                .isCloseTo(1, within(1e-6));
    }
}
