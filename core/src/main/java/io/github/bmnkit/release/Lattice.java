package io.github.bmnkit.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the combination of levels of generalisation that loses least among those that will do: all records alike are
 * generalised alike (full-domain generalisation). What a combination loses is one less Sweeney's precision (2002): the mean
 * of level by height over the columns, as an exact ratio.
 *
 * <p>If a combination will do, every coarser one will, too. So the search goes from the finest on along chains of coarser
 * and coarser combinations, finds by halves where a chain begins to do, and knows all below and above without trying (as in
 * the algorithm Flash of Kohlmayer and others, 2012). It tries no combination that loses more than one that will do.
 */
final class Lattice {
    static final int MAX_WAYS = 50_000;

    /** Tells how many records would have to be suppressed, or that they are too many. */
    interface Trial {
        /** The number of records; negative if they are too many. */
        long suppressed(int[] levels);
    }

    /** What was found: the levels, and how many records are suppressed. */
    record Found(List<Integer> levels, long suppressed, long lossPart, long lossWhole, int tried) {}

    private final int[] heights;
    private final int[] steps;
    private final int size;
    private final long[] weights;
    private final long whole;
    private final Trial trial;
    private final BitSet done;
    private final BitSet good;
    private int tried;

    Lattice(int[] heights, Trial trial) {
        this.heights = heights.clone();
        this.trial = trial;
        steps = new int[heights.length];
        int ways = 1;
        long common = 1;
        for (int i = 0; i < heights.length; i++) {
            steps[i] = ways;
            ways = Math.multiplyExact(ways, heights[i] + 1);
            common = common / gcd(common, heights[i]) * heights[i];
        }
        size = ways;
        long all = common;
        weights = IntStream.of(heights).mapToLong(height -> all / height).toArray();
        whole = Math.max(1, common * heights.length);
        done = new BitSet(size);
        good = new BitSet(size);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private int level(int node, int column) {
        return node / steps[column] % (heights[column] + 1);
    }

    private int[] levels(int node) {
        return IntStream.range(0, heights.length)
                .map(column -> level(node, column))
                .toArray();
    }

    private long loss(int node) {
        long loss = 0;
        for (int i = 0; i < heights.length; i++) {
            loss += level(node, i) * weights[i];
        }
        return loss;
    }

    /** The best combination; of those that lose as little the one with the fewest suppressed records, then the first. */
    Optional<Found> search() {
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(this::loss).thenComparing(Comparator.naturalOrder()))
                .toList();
        long best = Long.MAX_VALUE;
        for (int node : order) {
            if (loss(node) > best) {
                break;
            }
            if (!done.get(node)) {
                best = Math.min(best, chain(node, best));
            }
        }
        if (best == Long.MAX_VALUE) {
            return Optional.empty();
        }
        long least = best;
        return order.stream()
                .filter(node -> loss(node) == least && good.get(node))
                .map(node -> new Found(
                        IntStream.of(levels(node)).boxed().toList(),
                        trial.suppressed(levels(node)),
                        least,
                        whole,
                        tried))
                .min(Comparator.comparingLong(Found::suppressed)); // the first of equal ones
    }

    /** Settles a chain from a node upward, and returns the loss of its first node that will do. */
    private long chain(int from, long best) {
        List<Integer> chain = new ArrayList<>(List.of(from));
        for (int next = coarser(from); next >= 0; next = coarser(next)) {
            chain.add(next);
        }
        int low = 0;
        int high = chain.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int node = chain.get(middle);
            tried++;
            if (trial.suppressed(levels(node)) >= 0) {
                settle(node, true);
                high = middle;
            } else {
                settle(node, false);
                low = middle + 1;
            }
        }
        return high == chain.size() ? best : loss(chain.get(high));
    }

    /** The next node above that nothing is known of, by least loss; negative if there is none. */
    private int coarser(int node) {
        int found = -1;
        for (int i = 0; i < heights.length; i++) {
            int next = node + steps[i];
            if (level(node, i) < heights[i] && !done.get(next) && (found < 0 || loss(next) < loss(found))) {
                found = next;
            }
        }
        return found;
    }

    private void settle(int node, boolean isGood) {
        for (int other = 0; other < size; other++) {
            boolean same = true;
            for (int i = 0; same && i < heights.length; i++) {
                same = isGood ? level(other, i) >= level(node, i) : level(other, i) <= level(node, i);
            }
            if (same) {
                done.set(other);
                good.set(other, isGood);
            }
        }
    }
}
