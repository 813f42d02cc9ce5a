package io.holdfast.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String KEPT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void keptWorkGoesOnInItsTrace() {
        try (Scope _ = TraceParent.context(KEPT).makeCurrent()) {
            assertThat(TraceParent.current()).isEqualTo(KEPT);
        }
        assertThat(TraceParent.current()).isNull();
    }

    @Test
    void whatWasNotSampledStaysSo() {
        String unsampled = KEPT.substring(0, KEPT.length() - 1) + '0';
        Context context = TraceParent.context(unsampled);
        assertThat(Span.fromContext(context).getSpanContext().isSampled()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void workWithoutATraceBeginsItsOwn(@Nullable String kept) {
        assertThat(TraceParent.context(kept)).isSameAs(Context.root());
    }
}
