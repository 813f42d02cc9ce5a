package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All events of one run that followers may see, and those who follow. A follower reads at its own
 * pace from the one list, so a slow client costs no memory of its own.
 */
final class RunFeed {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<RunEventEnvelope> events = new ArrayList<>();
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private volatile int size;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /** Adds events, in the order of their numbers, the first being 1. */
    void publish(List<RunEventEnvelope> more) {
        lock.lock();
        try {
            events.addAll(more);
            size = events.size();
        } finally {
            lock.unlock();
        }
        readers.forEach(Reader::drain);
    }

    /** Nothing will follow. */
    void close() {
        closed = true;
        readers.forEach(Reader::drain);
    }

    /** Followers must look elsewhere: another engine has the run. */
    void fail(Throwable cause) {
        failure = cause;
        close();
    }

    boolean hasFollowers() {
        return !readers.isEmpty();
    }

    /** The events after a number, those to come included. */
    Flow.Publisher<RunEventEnvelope> after(long seq) {
        return subscriber -> {
            Reader reader = new Reader(subscriber, Math.toIntExact(Math.max(0, seq)));
            readers.add(reader);
            subscriber.onSubscribe(reader);
            reader.drain();
        };
    }

    private RunEventEnvelope get(int index) {
        lock.lock();
        try {
            return events.get(index);
        } finally {
            lock.unlock();
        }
    }

    /** One follower. */
    private final class Reader implements Flow.Subscription {
        private final Flow.Subscriber<? super RunEventEnvelope> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger signals = new AtomicInteger();
        private int next;
        private volatile boolean cancelled;

        Reader(Flow.Subscriber<? super RunEventEnvelope> subscriber, int next) {
            this.subscriber = subscriber;
            this.next = next;
        }

        @Override
        public void request(long n) {
            demand.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            drain();
        }

        @Override
        public void cancel() {
            cancelled = true;
            readers.remove(this);
        }

        /** Hands on what is there and wanted; one thread at a time does it for all. */
        void drain() {
            if (signals.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            while (missed != 0) {
                emit();
                missed = signals.addAndGet(-missed);
            }
        }

        private void emit() {
            while (!cancelled && next < size && demand.get() > 0) {
                subscriber.onNext(get(next));
                next++;
                demand.decrementAndGet();
            }
            if (!cancelled && closed && next >= size) {
                cancel();
                Throwable cause = failure;
                if (cause == null) {
                    subscriber.onComplete();
                } else {
                    subscriber.onError(cause);
                }
            }
        }
    }
}
