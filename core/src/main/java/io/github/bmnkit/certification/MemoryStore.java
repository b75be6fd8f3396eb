package io.github.bmnkit.certification;

import java.util.ArrayList;
import java.util.List;

/** Entries in memory. */
final class MemoryStore implements Ledger.Store {
    private final List<Ledger.Entry> entries = new ArrayList<>();

    @Override
    public synchronized long length() {
        return entries.size();
    }

    @Override
    public synchronized boolean append(long expectedLength, List<Ledger.Entry> more) {
        return entries.size() == expectedLength && entries.addAll(more);
    }

    @Override
    public synchronized List<Ledger.Entry> read(long after, int most) {
        int from = (int) Math.min(after, entries.size());
        return List.copyOf(entries.subList(from, (int) Math.min((long) from + most, entries.size())));
    }
}
