package io.holdfast.gateway.fake;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run that is told as the story wants it: how far it is, and after which event the first
 * connection breaks.
 */
public final class ScriptedRun {

    public static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");
    private static final int NEVER = Integer.MIN_VALUE;

    private final RunHandle handle;
    private final List<RunEvent> events;
    private int visible;
    private int cutAfter = NEVER;

    public ScriptedRun(RunHandle handle, List<RunEvent> events) {
        this.handle = handle;
        this.events = List.copyOf(events);
        this.visible = events.size() + 1;
    }

    /** The identity of the next run of an app. */
    public static RunHandle handle(UUID appId, String mode, UUID tenantId, String user) {
        boolean chat = mode.endsWith("chat");
        return new RunHandle(
                UUID.fromString("01990000-0000-7000-8000-00000000000a"),
                UUID.fromString("01990000-0000-7000-8000-00000000000b"),
                tenantId,
                appId,
                mode,
                UUID.fromString("01990000-0000-7000-8000-00000000000c"),
                user,
                UUID.fromString("01990000-0000-7000-8000-00000000000d"),
                chat ? UUID.fromString("01990000-0000-7000-8000-00000000000e") : null,
                mode.equals("workflow")
                        ? null
                        : UUID.fromString("01990000-0000-7000-8000-00000000000f"),
                STARTED);
    }

    /** Nothing after that event happens before {@link #goOn}. */
    public synchronized ScriptedRun holdAfter(int seq) {
        visible = seq + 1;
        return this;
    }

    /**
     * The connection that carries that event breaks right behind it, once; -1 is before all events.
     */
    public synchronized ScriptedRun cutAfter(int seq) {
        cutAfter = seq;
        return this;
    }

    /** The rest happens. */
    public synchronized void goOn() {
        visible = events.size() + 1;
    }

    RunHandle handle() {
        return handle;
    }

    synchronized boolean has(int seq) {
        return seq < visible;
    }

    int last() {
        return events.size();
    }

    RunEventEnvelope envelope(int seq) {
        RunEvent event = seq == 0 ? new RunEvent.Accepted(handle) : events.get(seq - 1);
        return new RunEventEnvelope(seq, STARTED, event);
    }

    synchronized boolean takeCut(int seq) {
        if (seq != cutAfter) {
            return false;
        }
        cutAfter = NEVER;
        return true;
    }
}
