package io.github.bmnkit.benchmarks;

import io.github.bmnkit.apportionment.Unit;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Webster's method as textbooks tell it: a queue of claims, out of which every single share is taken. Exact for totals up
 * to 10<sup>11</sup> and weights up to 10<sup>7</sup>; ties go by code.
 */
final class SeatBySeat {
    private final PriorityQueue<Claim> queue = new PriorityQueue<>();
    private final long[] shares;

    private SeatBySeat(List<Unit> units) {
        shares = new long[units.size()];
        for (int i = 0; i < shares.length; i++) {
            queue.add(new Claim(i, units.get(i), 1));
        }
    }

    static long[] webster(long total, List<Unit> units) {
        SeatBySeat seats = new SeatBySeat(units);
        for (long given = 0; given < total; given++) {
            seats.give();
        }
        return seats.shares;
    }

    private void give() {
        Claim strongest = queue.remove();
        shares[strongest.index()]++;
        queue.add(new Claim(strongest.index(), strongest.unit(), strongest.odd() + 2));
    }

    /** Weight / odd, where the a-th share has the odd number 2a - 1. */
    private record Claim(int index, Unit unit, long odd) implements Comparable<Claim> {
        @Override
        public int compareTo(Claim other) {
            int order = Long.compare(other.unit.weight() * odd, unit.weight() * other.odd);
            return order != 0 ? order : unit.code().compareTo(other.unit.code());
        }
    }
}
