package io.holdfast.vector.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The database's part, in memory: one dataset, its documents and the order of their changes. */
final class FakeChanges implements ChangeSource {

    final UUID datasetId = new UUID(7, 7);
    final AtomicInteger documentsRead = new AtomicInteger();
    private final Map<UUID, List<IndexedSegment>> documents = new HashMap<>();
    private final Map<UUID, IndexChange> changes = new LinkedHashMap<>();
    private long seq;

    long publish(UUID documentId, IndexedSegment... segments) {
        documents.put(documentId, List.of(segments));
        changes.put(documentId, new IndexChange(++seq, documentId, false));
        return seq;
    }

    long remove(UUID documentId) {
        documents.remove(documentId);
        changes.put(documentId, new IndexChange(++seq, documentId, true));
        return seq;
    }

    void restoreOldBackup() {
        documents.clear();
        changes.clear();
        seq = 0;
    }

    @Override
    public long newest(UUID dataset) {
        return seq;
    }

    @Override
    public List<IndexChange> after(UUID dataset, long from, int limit) {
        List<IndexChange> next = new ArrayList<>(changes.values());
        next.removeIf(change -> change.seq() <= from);
        next.sort(Comparator.comparingLong(IndexChange::seq));
        return next.subList(0, Math.min(limit, next.size()));
    }

    @Override
    public List<IndexedSegment> segments(UUID documentId) {
        documentsRead.incrementAndGet();
        return documents.getOrDefault(documentId, List.of());
    }
}
