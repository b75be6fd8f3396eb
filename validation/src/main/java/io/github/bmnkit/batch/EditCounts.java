package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import java.util.List;

/** How often each edit came to which outcome. */
sealed interface EditCounts {
    /** The outcomes in the order of their codes. */
    List<Outcome> ORDER =
            List.of(Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE, Outcome.ENGINE_FAULT);

    /** How many outcomes there are. */
    int OUTCOMES = 5;

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case PASS -> 0;
            case FAIL -> 1;
            case UNDECIDED -> 2;
            case NOT_APPLICABLE -> 3;
            case ENGINE_FAULT -> 4;
        };
    }

    void add(int edit, Outcome outcome, long times);

    long get(int edit, Outcome outcome);

    /** Adds what was counted here to a sum: takes time for what was counted, not for what could have been. */
    void addTo(EditCounts sum);

    default OutcomeCounts of(int edit) {
        return new OutcomeCounts(
                get(edit, Outcome.PASS),
                get(edit, Outcome.FAIL),
                get(edit, Outcome.UNDECIDED),
                get(edit, Outcome.NOT_APPLICABLE),
                get(edit, Outcome.ENGINE_FAULT));
    }

    /** Room for every outcome of every edit. */
    final class Dense implements EditCounts {
        private final long[] counts;

        Dense(int edits) {
            counts = new long[edits * OUTCOMES];
        }

        @Override
        public void add(int edit, Outcome outcome, long times) {
            int at = edit * OUTCOMES + code(outcome);
            counts[at] = Math.addExact(counts[at], times);
        }

        @Override
        public long get(int edit, Outcome outcome) {
            return counts[edit * OUTCOMES + code(outcome)];
        }

        @Override
        public void addTo(EditCounts sum) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    sum.add(i / OUTCOMES, ORDER.get(i % OUTCOMES), counts[i]);
                }
            }
        }
    }

    /** Only what failed, is undecided or broke, in a table that grows with it. */
    final class Sparse implements EditCounts {
        private int[] keys = new int[16];
        private long[] counts = new long[16];
        private int size;

        @Override
        public void add(int edit, Outcome outcome, long times) {
            if (times == 0 || outcome == Outcome.PASS || outcome == Outcome.NOT_APPLICABLE) {
                return;
            }
            if (size * 4 >= keys.length * 3) {
                grow();
            }
            add(edit * OUTCOMES + code(outcome) + 1, times);
        }

        private void add(int key, long times) {
            int at = at(key);
            if (keys[at] == 0) {
                keys[at] = key;
                size++;
            }
            counts[at] = Math.addExact(counts[at], times);
        }

        private void grow() {
            int[] oldKeys = keys;
            long[] oldCounts = counts;
            keys = new int[oldKeys.length * 2];
            counts = new long[keys.length];
            size = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    add(oldKeys[i], oldCounts[i]);
                }
            }
        }

        /** Where a key stands, or would stand: 0 marks what is free. */
        private int at(int key) {
            int at = ((key * 0x9E3779B9) >>> 16) & (keys.length - 1);
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }

        @Override
        public long get(int edit, Outcome outcome) {
            int key = edit * OUTCOMES + code(outcome) + 1;
            int at = at(key);
            return keys[at] == key ? counts[at] : 0;
        }

        @Override
        public void addTo(EditCounts sum) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    int place = keys[i] - 1;
                    sum.add(place / OUTCOMES, ORDER.get(place % OUTCOMES), counts[i]);
                }
            }
        }
    }
}
