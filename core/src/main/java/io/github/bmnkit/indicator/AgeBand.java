package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of five years by which persons are counted, in completed years at the interview. They are the usual ones of
 * population tables, not taken from a paper of the survey.
 */
public enum AgeBand {
    /** From birth to 4 years. */
    AGE_0_4(0, 4),
    /** 5 to 9 years. */
    AGE_5_9(5, 9),
    /** 10 to 14 years. */
    AGE_10_14(10, 14),
    /** 15 to 19 years. */
    AGE_15_19(15, 19),
    /** 20 to 24 years. */
    AGE_20_24(20, 24),
    /** 25 to 29 years. */
    AGE_25_29(25, 29),
    /** 30 to 34 years. */
    AGE_30_34(30, 34),
    /** 35 to 39 years. */
    AGE_35_39(35, 39),
    /** 40 to 44 years. */
    AGE_40_44(40, 44),
    /** 45 to 49 years. */
    AGE_45_49(45, 49),
    /** 50 to 54 years. */
    AGE_50_54(50, 54),
    /** 55 to 59 years. */
    AGE_55_59(55, 59),
    /** 60 to 64 years. */
    AGE_60_64(60, 64),
    /** 65 to 69 years. */
    AGE_65_69(65, 69),
    /** 70 to 74 years. */
    AGE_70_74(70, 74),
    /** 75 to 79 years. */
    AGE_75_79(75, 79),
    /** 80 to 84 years. */
    AGE_80_84(80, 84),
    /** 85 years and older. */
    AGE_85_PLUS(85, null),
    /** The age is not known. */
    NOT_KNOWN(null, null);

    private static final List<AgeBand> ALL = List.of(values());
    private static final int YEARS = 5;
    private static final int LAST = 17;

    private final @Nullable Integer from;
    private final @Nullable Integer to;

    AgeBand(@Nullable Integer from, @Nullable Integer to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the group of an age.
     *
     * @param years completed years, at least 0
     * @return the group
     * @throws IllegalArgumentException if the age is negative
     */
    public static AgeBand of(long years) {
        if (years < 0) {
            throw new IllegalArgumentException("an age of " + years);
        }
        return ALL.get((int) Math.min(years / YEARS, LAST));
    }

    /** All groups, each at its place. */
    static List<AgeBand> all() {
        return ALL;
    }

    /** Where it stands among all, from 0. */
    int place() {
        return from == null ? LAST + 1 : from / YEARS;
    }

    /** The youngest age; null if the age is not known. */
    @Nullable
    Integer from() {
        return from;
    }

    /** The oldest age; null for all above, and if the age is not known. */
    @Nullable
    Integer to() {
        return to;
    }

    /**
     * Returns what people call the group.
     *
     * @return the ages
     */
    public Text text() {
        if (from == null) {
            return Text.of("ไม่ทราบอายุ", "age not known");
        }
        return to == null
                ? Text.of(from + " ปีขึ้นไป", from + " and older")
                : Text.of(from + "-" + to + " ปี", from + "-" + to);
    }
}
