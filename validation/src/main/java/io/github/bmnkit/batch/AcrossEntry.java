package io.github.bmnkit.batch;

import io.github.bmnkit.identity.HouseholdId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who has some values under a rule: those who have the same ones follow one another in order.
 *
 * @param rule the place of the rule
 * @param high the first half of the keyed hash
 * @param low the second half
 * @param household the id of the household
 * @param member the member's key; 0 for the household
 * @param areas the place of the areas in which the household lies
 */
record AcrossEntry(int rule, long high, long low, HouseholdId household, int member, int areas)
        implements Comparable<AcrossEntry> {
    private static final Comparator<AcrossEntry> ORDER = Comparator.comparingInt(AcrossEntry::rule)
            .thenComparingLong(AcrossEntry::high)
            .thenComparingLong(AcrossEntry::low)
            .thenComparing(AcrossEntry::household)
            .thenComparingInt(AcrossEntry::member)
            .thenComparingInt(AcrossEntry::areas);

    @Override
    public int compareTo(AcrossEntry other) {
        return ORDER.compare(this, other);
    }

    boolean hasValuesOf(AcrossEntry other) {
        return rule == other.rule && high == other.high && low == other.low;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(rule);
        out.writeLong(high);
        out.writeLong(low);
        out.writeUTF(household.value());
        out.writeInt(member);
        out.writeInt(areas);
    }

    /** Reads the next entry; null at the end. */
    static @Nullable AcrossEntry read(DataInputStream in) throws IOException {
        int rule;
        try {
            rule = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        return new AcrossEntry(
                rule, in.readLong(), in.readLong(), new HouseholdId(in.readUTF()), in.readInt(), in.readInt());
    }
}
