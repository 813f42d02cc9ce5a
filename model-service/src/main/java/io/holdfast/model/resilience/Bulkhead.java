package io.holdfast.model.resilience;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Room for so many calls at once; a bounded number more wait their turn, in order, and one that
 * finds the queue full is refused at once. A permit is held until the whole answer has passed.
 */
public final class Bulkhead {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiter> queue = new ArrayDeque<>();
    private final int queueSize;
    private int free;

    /**
     * @param concurrent calls at once
     * @param queueSize calls that may wait
     */
    public Bulkhead(int concurrent, int queueSize) {
        this.free = concurrent;
        this.queueSize = queueSize;
    }

    /** The right to one call; given back once, later calls do nothing. */
    public interface Permit {
        void release();
    }

    /** There is no room, not even to wait. */
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("no room", null, false, false);
        }
    }

    /** A permit as soon as there is one; fails with {@link Full}. Cancelling leaves the queue. */
    public Uni<Permit> acquire() {
        return Uni.createFrom()
                .deferred(() -> {
                    var waiter = new Waiter();
                    return Uni.createFrom()
                            .<Permit>emitter(waiter::enter)
                            .onCancellation()
                            .invoke(waiter::leave);
                });
    }

    /** One caller, from its entry to the end of its permit. */
    private final class Waiter implements Permit {

        private final AtomicBoolean over = new AtomicBoolean();
        private @Nullable UniEmitter<? super Permit> emitter;

        void enter(UniEmitter<? super Permit> caller) {
            emitter = caller;
            switch (admit(this)) {
                case NOW -> caller.complete(this);
                case LATER -> {}
                case NEVER -> caller.fail(new Full());
            }
        }

        /** Gives up its place, or the permit that was granted while the caller turned away. */
        void leave() {
            if (!unqueue(this)) {
                release();
            }
        }

        void grant() {
            if (emitter != null) {
                emitter.complete(this);
            }
        }

        @Override
        public void release() {
            if (over.compareAndSet(false, true)) {
                var next = nextOrFree();
                if (next != null) {
                    next.grant();
                }
            }
        }
    }

    private enum Admission {
        NOW,
        LATER,
        NEVER
    }

    private Admission admit(Waiter waiter) {
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return Admission.NOW;
            }
            if (queue.size() >= queueSize) {
                return Admission.NEVER;
            }
            queue.add(waiter);
            return Admission.LATER;
        } finally {
            lock.unlock();
        }
    }

    private boolean unqueue(Waiter waiter) {
        lock.lock();
        try {
            return queue.remove(waiter);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Waiter nextOrFree() {
        lock.lock();
        try {
            var next = queue.poll();
            if (next == null) {
                free++;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
