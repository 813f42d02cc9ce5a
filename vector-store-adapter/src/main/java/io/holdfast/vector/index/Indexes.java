package io.holdfast.vector.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The indexes of this replica, one directory per dataset; the least recently used ones are closed
 * when there are too many open. All calls block: they belong on virtual threads.
 */
public final class Indexes implements AutoCloseable {

    private final ReplicaDirectory directory;
    private final ChangeSource source;
    private final int mostOpen;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();

    /**
     * Takes a directory for this replica.
     *
     * @param root where all replicas of this machine keep their indexes
     * @param mostOpen open indexes that are worth keeping, at least 1
     * @throws IOException when no directory can be had
     */
    public Indexes(Path root, ChangeSource source, int mostOpen) throws IOException {
        this.directory = ReplicaDirectory.take(root);
        this.source = source;
        this.mostOpen = mostOpen;
    }

    /**
     * Searches a dataset once its index here holds all changes up to a number.
     *
     * @throws IndexUnavailableException when the index cannot be had
     */
    public <T> T search(UUID datasetId, long upTo, IndexSearch<T> search) {
        Entry entry = entries.computeIfAbsent(datasetId, this::entry);
        entry.lastUse.set(uses.incrementAndGet());
        closeIdle();
        return entry.slot.search(upTo, search);
    }

    /** Lets an index follow up to a change, so that the next search need not. */
    public void follow(UUID datasetId, long upTo) {
        search(datasetId, upTo, searcher -> upTo);
    }

    /** The datasets that this replica has an index of, open or not. */
    public Set<UUID> present() throws IOException {
        try (Stream<Path> paths = Files.list(directory.path())) {
            return paths.filter(Files::isDirectory)
                    .map(path -> UUID.fromString(path.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
    }

    /** Throws away the index of a dataset that exists no more. */
    public void forget(UUID datasetId) {
        entries.computeIfAbsent(datasetId, this::entry).slot.retire();
        entries.remove(datasetId);
    }

    /** The directory of a dataset's index. */
    Path path(UUID datasetId) {
        return directory.path().resolve(datasetId.toString());
    }

    private Entry entry(UUID datasetId) {
        return new Entry(new IndexSlot(datasetId, path(datasetId), source), new AtomicLong());
    }

    /** Slots stay, so that an index is never opened twice; what is open in them is closed. */
    private void closeIdle() {
        List<Entry> open = entries.values().stream().filter(entry -> entry.slot.isOpen()).toList();
        if (open.size() <= mostOpen) {
            return;
        }
        open.stream()
                .sorted(Comparator.comparingLong(entry -> entry.lastUse.get()))
                .limit(open.size() - (long) mostOpen)
                .forEach(entry -> entry.slot.tryClose());
    }

    @Override
    public void close() throws IOException {
        entries.values().forEach(entry -> entry.slot.tryClose());
        directory.close();
    }

    private record Entry(IndexSlot slot, AtomicLong lastUse) {}
}
