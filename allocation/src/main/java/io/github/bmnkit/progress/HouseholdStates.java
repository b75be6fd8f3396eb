package io.github.bmnkit.progress;

import com.google.common.hash.Hashing;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.identity.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the set of a household's events implies, in four longs: its key, and the latest moments at which it had data, at
 * which it counted, and at which data were returned or given up. Each is a maximum, so that order, repeats and partition
 * make no difference, and no event id need be remembered.
 *
 * <p>A household counts while it counted last after it was returned, given up or collected anew. Of things that happened
 * in the same microsecond, the interview counts first and the return last.
 */
final class HouseholdStates {
    static final int STRIDE = 4;
    static final int DATA = 1;
    static final int COUNTED = 2;
    /** The moment, and in the lowest bit whether data were given up rather than returned or collected anew. */
    static final int UNDONE = 3;
    /** The latest moment that is told apart from later ones: far beyond every season. */
    static final long MAX_MICROS = Long.MAX_VALUE >> 2;

    /** Not on the target list. */
    static final byte NOT_DUE = -1;

    private static final long MICROS = 1_000_000;

    private HouseholdStates() {}

    /** The key of a household: its fingerprint, which is the same on every machine and in every version; never 0. */
    static long key(HouseholdId household) {
        long key = Hashing.farmHashFingerprint64()
                .hashString(household.value(), StandardCharsets.UTF_8)
                .asLong();
        return key == 0 ? 1 : key;
    }

    /** Microseconds since 1970; at least 1, since 0 stands for never. */
    static long micros(Instant at) {
        long seconds = Math.max(0, Math.min(MAX_MICROS / MICROS - 1, at.getEpochSecond()));
        return Math.max(1, seconds * MICROS + at.getNano() / 1_000);
    }

    /** Takes an event into the state at a position. */
    static void take(long[] states, int position, HouseholdEvent event, Measure measure) {
        long micros = micros(event.at());
        int step = Measure.step(event);
        if (step > 0) {
            raise(states, position + DATA, micros);
            if (measure.isReachedBy(step)) {
                raise(states, position + COUNTED, micros);
            } else if (event instanceof HouseholdEvent.Collected) {
                raise(states, position + UNDONE, (micros - 1) << 1); // what was confirmed before were other answers
            }
        } else if (event instanceof HouseholdEvent.Returned) {
            raise(states, position + UNDONE, micros << 1);
        } else if (event instanceof HouseholdEvent.ResolvedWithoutData) {
            raise(states, position + UNDONE, (micros << 1) | 1);
        }
    }

    private static void raise(long[] states, int at, long value) {
        states[at] = Math.max(states[at], value);
    }

    static boolean isDone(long[] states, int position) {
        return states[position + COUNTED] > (states[position + UNDONE] >>> 1);
    }

    static boolean isWithoutData(long[] states, int position) {
        long undone = states[position + UNDONE];
        return (undone & 1) == 1 && states[position + DATA] <= (undone >>> 1);
    }
}
