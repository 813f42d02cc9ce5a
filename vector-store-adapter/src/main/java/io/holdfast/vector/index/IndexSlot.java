package io.holdfast.vector.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One dataset's place on this replica: opens its index when it is asked for, lets it follow the
 * changes, and builds it anew when it is broken.
 */
final class IndexSlot {

    private static final Logger LOG = Logger.getLogger(IndexSlot.class);
    private static final int CHANGES_A_COMMIT = 64;

    private final UUID datasetId;
    private final Path path;
    private final ChangeSource source;

    /** Held for reading while the index is used, for writing while it is closed. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private final ReentrantLock following = new ReentrantLock();
    private volatile @Nullable DatasetIndex index;
    private volatile boolean retired;

    IndexSlot(UUID datasetId, Path path, ChangeSource source) {
        this.datasetId = datasetId;
        this.path = path;
        this.source = source;
    }

    /**
     * Searches the index once it holds all changes up to a number.
     *
     * @throws IndexUnavailableException when it cannot be had even after a rebuild
     */
    <T> T search(long upTo, IndexSearch<T> search) {
        try {
            return searchOnce(upTo, search);
        } catch (IOException | AlreadyClosedException e) {
            LOG.warnf(e, "index of dataset %s is broken, building it anew", datasetId);
            discard();
        }
        try {
            return searchOnce(upTo, search);
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailableException("the index of dataset " + datasetId, e);
        }
    }

    private <T> T searchOnce(long upTo, IndexSearch<T> search) throws IOException {
        use.readLock().lock();
        try {
            if (retired) {
                throw new AlreadyClosedException("dataset " + datasetId + " was deleted");
            }
            return caughtUp(upTo).search(search);
        } finally {
            use.readLock().unlock();
        }
    }

    private DatasetIndex caughtUp(long upTo) throws IOException {
        DatasetIndex current = index;
        if (current != null && current.applied() >= upTo) {
            return current;
        }
        following.lock();
        try {
            current = index == null ? open() : index;
            index = current;
            follow(current, upTo);
            return current;
        } finally {
            following.unlock();
        }
    }

    private DatasetIndex open() throws IOException {
        try {
            DatasetIndex opened = DatasetIndex.open(path);
            if (opened.applied() <= source.newest(datasetId)) {
                return opened;
            }
            LOG.warnf("index of dataset %s is ahead of the database, building anew", datasetId);
            opened.close();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // Lucene names an unknown format by an IllegalArgumentException.
            LOG.warnf(e, "index of dataset %s cannot be opened, building it anew", datasetId);
        }
        FileTrees.delete(path);
        return DatasetIndex.open(path);
    }

    private void follow(DatasetIndex current, long upTo) throws IOException {
        while (current.applied() < upTo) {
            List<IndexChange> changes =
                    source.after(datasetId, current.applied(), CHANGES_A_COMMIT);
            if (changes.isEmpty()) {
                // A document that changed again has left its older number.
                return;
            }
            for (IndexChange change : changes) {
                apply(current, change);
            }
            current.commit(changes.getLast().seq());
        }
    }

    private void apply(DatasetIndex current, IndexChange change) throws IOException {
        if (change.removed()) {
            current.remove(change.documentId());
        } else {
            current.replace(change.documentId(), source.segments(change.documentId()));
        }
    }

    boolean isOpen() {
        return index != null;
    }

    /** Throws the index away for good. */
    void retire() {
        retired = true;
        discard();
    }

    /** Closes the index if nobody uses it now. */
    boolean tryClose() {
        if (!use.writeLock().tryLock()) {
            return false;
        }
        try {
            close();
            return true;
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Waits for its users, then throws the index away. */
    void discard() {
        use.writeLock().lock();
        try {
            close();
            FileTrees.delete(path);
        } catch (IOException e) {
            LOG.warnf(e, "cannot delete the index of dataset %s", datasetId);
        } finally {
            use.writeLock().unlock();
        }
    }

    private void close() {
        DatasetIndex open = index;
        index = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | AlreadyClosedException e) {
                LOG.debugf(e, "closing the index of dataset %s", datasetId);
            }
        }
    }
}
