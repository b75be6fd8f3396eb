package io.github.bmnkit.release;

import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records are alike at given levels of generalisation, and from how many households those that are alike come. Members
 * who are released apart are records of their own, but a class counts its households: five members of one household are no
 * cover for each other. A household that is released with its members is one record, alike to another if the household's
 * columns are, and the members can be matched one to one.
 */
final class Classes {
    private final int[] classes;
    private final int[] households;
    private final int[] records;

    private Classes(int[] classes, int[] households, int[] records) {
        this.classes = classes;
        this.households = households;
        this.records = records;
    }

    /**
     * Puts records that are alike into one class.
     *
     * @param ofHousehold the columns of the household, then those of the members: in this order stand the levels
     * @param starts for each household its first member, and the number of members at the end
     */
    static Classes of(Unit unit, List<Column> ofHousehold, List<Column> ofMember, int[] starts, int[] levels) {
        int households = starts.length - 1;
        int[] byHousehold = new int[households];
        for (int i = 0; i < ofHousehold.size(); i++) {
            refine(byHousehold, ofHousehold.get(i), levels[i]);
        }
        if (unit == Unit.HOUSEHOLD) {
            return count(byHousehold, null);
        }
        int[] byMember = new int[starts[households]];
        int[] owners = new int[byMember.length];
        for (int household = 0; household < households; household++) {
            Arrays.fill(owners, starts[household], starts[household + 1], household);
            if (unit == Unit.MEMBER) {
                Arrays.fill(byMember, starts[household], starts[household + 1], byHousehold[household]);
            }
        }
        for (int i = 0; i < ofMember.size(); i++) {
            refine(byMember, ofMember.get(i), levels[ofHousehold.size() + i]);
        }
        if (unit == Unit.MEMBER) {
            return count(byMember, owners);
        }
        LongIndex index = new LongIndex();
        for (int household = 0; household < households; household++) {
            int[] members = Arrays.copyOfRange(byMember, starts[household], starts[household + 1]);
            Arrays.sort(members);
            int id = index.id(LongIndex.pair(-1 - byHousehold[household], members.length));
            for (int member : members) {
                id = index.id(LongIndex.pair(id, member));
            }
            byHousehold[household] = id;
        }
        return count(byHousehold, null);
    }

    private static void refine(int[] classes, Column column, int level) {
        int[] merged = column.merged(level);
        LongIndex index = new LongIndex();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = index.id(LongIndex.pair(classes[i], merged[column.id(i)]));
        }
    }

    /** Records of one household stand together. */
    private static Classes count(int[] classes, int @Nullable [] owners) {
        int size = Arrays.stream(classes).max().orElse(-1) + 1;
        int[] households = new int[size];
        int[] records = new int[size];
        int[] last = new int[size];
        Arrays.fill(last, -1);
        for (int i = 0; i < classes.length; i++) {
            int owner = owners == null ? i : owners[i];
            records[classes[i]]++;
            if (last[classes[i]] != owner) {
                last[classes[i]] = owner;
                households[classes[i]]++;
            }
        }
        return new Classes(classes, households, records);
    }

    int records() {
        return classes.length;
    }

    /** From how many households the records come that are like a record. */
    int households(int record) {
        return households[classes[record]];
    }

    int classOf(int record) {
        return classes[record];
    }

    /** How many records are in classes of fewer households. */
    long below(int k) {
        long below = 0;
        for (int i = 0; i < records.length; i++) {
            below += households[i] < k ? records[i] : 0;
        }
        return below;
    }

    /** Smallest class, number of classes, classes and records below. */
    RiskReport.Measure measure(int k) {
        long smallest = Long.MAX_VALUE;
        long all = 0;
        long below = 0;
        for (int i = 0; i < records.length; i++) {
            if (records[i] > 0) {
                all++;
                smallest = Math.min(smallest, households[i]);
                below += households[i] < k ? 1 : 0;
            }
        }
        return new RiskReport.Measure(all == 0 ? 0 : smallest, all, below, records(), below(k));
    }
}
