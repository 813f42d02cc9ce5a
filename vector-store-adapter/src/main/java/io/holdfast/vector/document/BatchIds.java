package io.holdfast.vector.document;

import io.holdfast.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Keys of indexing-status: the time to the second and six digits (http-api.md 4.3). */
@Singleton
class BatchIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SIX_DIGITS = 1_000_000;

    private final Clock clock;
    private final Ids ids;

    BatchIds(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    String next() {
        long random = Math.floorMod(ids.next().getLeastSignificantBits(), SIX_DIGITS);
        return TIME.format(clock.instant()) + String.format(Locale.ROOT, "%06d", random);
    }
}
