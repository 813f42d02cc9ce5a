package io.holdfast.engine.app.journal;

import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the journal. */
@ApplicationScoped
class JournalProducer {

    @Produces
    @Singleton
    JournalWriter writer(Pool pool, JournalCodec codec, RunNotices notices) {
        JournalWriter writer = new JournalWriter(pool, codec, notices);
        writer.start();
        return writer;
    }

    void close(@Disposes JournalWriter writer) {
        try {
            writer.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
