package io.holdfast.contracts.trigger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule trigger of an app's newest version (dsl.md 3.20).
 *
 * @param nodeId the trigger
 * @param cron an expression; null in visual mode, which the rest is about
 * @param frequency {@code hourly}, {@code daily}, {@code weekly} or {@code monthly}
 * @param minuteOfDay of all but hourly
 * @param onMinute of hourly
 * @param weekdays of weekly, in three letters
 * @param monthDays of monthly; a day that a month does not have is left out
 * @param lastDay whether monthly means the last day, too
 * @param timezone an IANA name
 */
public record Schedule(
        UUID tenantId,
        UUID appId,
        String nodeId,
        @Nullable String cron,
        String frequency,
        int minuteOfDay,
        int onMinute,
        List<String> weekdays,
        List<Integer> monthDays,
        boolean lastDay,
        String timezone) {}
