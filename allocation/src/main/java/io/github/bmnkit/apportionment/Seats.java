package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.List;

/** Gives out the total, share by share in the order of the ranking, with a heap of the units by their next claim. */
final class Seats {
    private final Instance instance;
    private final Ranking ranking;
    private final long[] shares;
    private final int[] heap;
    private int heapSize;

    private Seats(Instance instance, Ranking ranking) {
        this.instance = instance;
        this.ranking = ranking;
        this.shares = ranking.start();
        this.heap = new int[shares.length];
    }

    /** Returns the shares; equal claims go by the order of the codes. */
    static long[] fill(Instance instance, Ranking ranking) {
        Seats seats = new Seats(instance, ranking);
        seats.giveTheRest();
        return seats.shares;
    }

    private void giveTheRest() {
        long rest = instance.total;
        for (int i = 0; i < shares.length; i++) {
            rest -= shares[i];
            if (shares[i] < instance.caps[i]) {
                heap[heapSize++] = i;
            }
        }
        if (rest > 0) {
            for (int k = heapSize / 2 - 1; k >= 0; k--) {
                sink(k);
            }
        }
        for (; rest > 0; rest--) {
            int first = heap[0];
            if (++shares[first] == instance.caps[first]) {
                heap[0] = heap[--heapSize];
            }
            sink(0);
        }
    }

    private void sink(int from) {
        int at = from;
        int unit = heap[at];
        for (int child = 2 * at + 1; child < heapSize; child = 2 * at + 1) {
            if (child + 1 < heapSize && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], unit)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = unit;
    }

    private boolean isBefore(int i, int j) {
        int order = ranking.compare(i, shares[i] + 1, j, shares[j] + 1);
        return order > 0 || (order == 0 && instance.codes[i].compareTo(instance.codes[j]) < 0);
    }

    /** Returns the unit with the strongest claim to one more share, or -1 if all are at their caps. */
    static int strongestNext(Instance instance, Ranking ranking, long[] shares) {
        int best = -1;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] < instance.caps[i]
                    && (best < 0 || ranking.compare(i, shares[i] + 1, best, shares[best] + 1) > 0)) {
                best = i;
            }
        }
        return best;
    }

    /** Returns the unit with the weakest claim to its last share, or -1 if all are at their floors. */
    static int weakestLast(Instance instance, Ranking ranking, long[] shares) {
        int worst = -1;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > instance.floors[i]
                    && (worst < 0 || ranking.compare(i, shares[i], worst, shares[worst]) < 0)) {
                worst = i;
            }
        }
        return worst;
    }

    /** Returns the units with a claim equal to both the strongest that got nothing and the weakest that got a share. */
    static List<Integer> tied(Instance instance, Ranking ranking, long[] shares) {
        int next = strongestNext(instance, ranking, shares);
        int last = weakestLast(instance, ranking, shares);
        List<Integer> members = new ArrayList<>();
        if (next < 0 || last < 0 || ranking.compare(next, shares[next] + 1, last, shares[last]) != 0) {
            return members;
        }
        for (int i = 0; i < shares.length; i++) {
            boolean won = shares[i] > instance.floors[i] && ranking.compare(i, shares[i], last, shares[last]) == 0;
            boolean lost = shares[i] < instance.caps[i] && ranking.compare(i, shares[i] + 1, last, shares[last]) == 0;
            if (won || lost) {
                members.add(i);
            }
        }
        return members;
    }
}
