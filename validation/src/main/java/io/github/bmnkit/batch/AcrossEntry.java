package io.github.bmnkit.batch;

import io.github.bmnkit.identity.HouseholdId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What was collected of a household for one check: those that are compared with one another follow one another in order.
 *
 * @param check as in {@link AcrossKey}
 * @param high as in {@link AcrossKey}
 * @param low as in {@link AcrossKey}
 * @param facet as in {@link AcrossKey}
 * @param facetHigh as in {@link AcrossKey}
 * @param facetLow as in {@link AcrossKey}
 * @param side where it comes from
 * @param household the id of the household
 * @param member the member's key; 0 for the household
 * @param detail as in {@link AcrossKey}
 * @param source the name of the source
 * @param number which response of the source it was, from 1; 0 for a list
 * @param areas the place of the areas in which the household lies
 */
record AcrossEntry(
        int check,
        long high,
        long low,
        int facet,
        long facetHigh,
        long facetLow,
        Side side,
        HouseholdId household,
        int member,
        String detail,
        String source,
        long number,
        int areas)
        implements Comparable<AcrossEntry> {
    /** Where something was collected. */
    enum Side {
        /** A batch. */
        NOW(0),
        /** The target list. */
        LISTED(1),
        /** The last round. */
        BEFORE(2);

        private final int code;

        Side(int code) {
            this.code = code;
        }

        static Side of(int code) {
            return switch (code) {
                case 0 -> NOW;
                case 1 -> LISTED;
                default -> BEFORE;
            };
        }
    }

    /** The areas come last: their places depend on who came first. */
    private static final Comparator<AcrossEntry> ORDER = Comparator.comparingInt(AcrossEntry::check)
            .thenComparingLong(AcrossEntry::high)
            .thenComparingLong(AcrossEntry::low)
            .thenComparingInt(AcrossEntry::facet)
            .thenComparingLong(AcrossEntry::facetHigh)
            .thenComparingLong(AcrossEntry::facetLow)
            .thenComparing(AcrossEntry::side)
            .thenComparing(AcrossEntry::household)
            .thenComparingInt(AcrossEntry::member)
            .thenComparing(AcrossEntry::source)
            .thenComparingLong(AcrossEntry::number)
            .thenComparing(AcrossEntry::detail)
            .thenComparingInt(AcrossEntry::areas);

    static AcrossEntry of(AcrossKey key, Side side, HouseholdId household, String source, long number, int areas) {
        return new AcrossEntry(
                key.check(),
                key.high(),
                key.low(),
                key.facet(),
                key.facetHigh(),
                key.facetLow(),
                side,
                household,
                key.member(),
                key.detail(),
                source,
                number,
                areas);
    }

    @Override
    public int compareTo(AcrossEntry other) {
        return ORDER.compare(this, other);
    }

    boolean isOfGroupOf(AcrossEntry other) {
        return check == other.check && high == other.high && low == other.low;
    }

    boolean isSamePerson(AcrossEntry other) {
        return facetHigh == other.facetHigh && facetLow == other.facetLow;
    }

    FoundAcross.Holder holder() {
        return new FoundAcross.Holder(household, member, source, number);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(check);
        out.writeLong(high);
        out.writeLong(low);
        out.writeInt(facet);
        out.writeLong(facetHigh);
        out.writeLong(facetLow);
        out.writeByte(side.code);
        out.writeUTF(household.value());
        out.writeInt(member);
        out.writeUTF(detail);
        out.writeUTF(source);
        out.writeLong(number);
        out.writeInt(areas);
    }

    /** Reads the next entry; null at the end. */
    static @Nullable AcrossEntry read(DataInputStream in) throws IOException {
        int check;
        try {
            check = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        return new AcrossEntry(
                check,
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                Side.of(in.readByte()),
                new HouseholdId(in.readUTF()),
                in.readInt(),
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readInt());
    }
}
