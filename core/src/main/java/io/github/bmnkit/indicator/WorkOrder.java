package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rules by which problems are put in order: what an area should work on first. No paper of the survey names such a
 * rule; these are ours, and the host chooses. Whatever the rule, equal
 * problems stand by the number of their indicator, and equal areas by code.
 */
public enum WorkOrder {
    /**
     * By how many households have the problem, then by the share that did not meet the indicator. Households are what
     * indicators about persons and about households have in common, so all of them can be compared.
     */
    MOST_HOUSEHOLDS(Text.of(
            "เรียงตามจำนวนครัวเรือนที่ไม่ผ่าน มากไปน้อย ถ้าเท่ากันเรียงตามร้อยละที่ไม่ผ่าน แล้วตามลำดับตัวชี้วัด",
            "By the number of households that do not meet the indicator, then by the share not met, then by the number of"
                    + " the indicator")),

    /**
     * By the share that did not meet the indicator, in its own unit, then by how many households have the problem. Problems
     * with a small base come after all others.
     */
    HIGHEST_SHARE(Text.of(
            "เรียงตามร้อยละที่ไม่ผ่าน มากไปน้อย ถ้าเท่ากันเรียงตามจำนวนครัวเรือน แล้วตามลำดับตัวชี้วัด"
                    + " ตัวชี้วัดที่มีฐานน้อยอยู่ท้าย",
            "By the share not met, then by the number of households, then by the number of the indicator; small"
                    + " bases come last")),

    /**
     * By how many persons have the problem, then by the share not met: of an indicator about persons those who did not meet
     * it, of one about households all members of the households that do not meet it. The two are counted differently, and
     * a household's problem weighs more the more people live there.
     */
    MOST_PERSONS(Text.of(
            "เรียงตามจำนวนคนที่ได้รับผลกระทบ มากไปน้อย (ตัวชี้วัดรายคนนับคนที่ไม่ผ่าน"
                    + " ตัวชี้วัดรายครัวเรือนนับสมาชิกทุกคนของครัวเรือนที่ไม่ผ่าน)"
                    + " ถ้าเท่ากันเรียงตามร้อยละที่ไม่ผ่าน แล้วตามลำดับตัวชี้วัด",
            "By the number of persons affected (of an indicator about persons those who do not meet it, of one about"
                    + " households all members of those that do not), then by the share not met, then by the number of the"
                    + " indicator"));

    /** What a rule looks at. */
    private record Weight(IndicatorCounts counts, boolean smallBase) {
        static final Comparator<Weight> BY_HOUSEHOLDS = Comparator.<Weight>comparingLong(
                        each -> each.counts.households().notMet())
                .reversed();
        static final Comparator<Weight> BY_SHARE = Comparator.<Weight, Share>comparing(
                        each -> each.counts.notMetShare(), Percents.BY_SIZE)
                .reversed();
        static final Comparator<Weight> BY_PERSONS =
                Comparator.comparingLong(Weight::persons).reversed();

        private long persons() {
            return counts.unit() == Indicator.Unit.PERSON
                    ? counts.notMet()
                    : counts.members().notMet();
        }
    }

    private final Text text;

    WorkOrder(Text text) {
        this.text = text;
    }

    private Comparator<Weight> comparator() {
        return switch (this) {
            case MOST_HOUSEHOLDS -> Weight.BY_HOUSEHOLDS.thenComparing(Weight.BY_SHARE);
            case HIGHEST_SHARE ->
                Comparator.comparing(Weight::smallBase)
                        .thenComparing(Weight.BY_SHARE)
                        .thenComparing(Weight.BY_HOUSEHOLDS);
            case MOST_PERSONS -> Weight.BY_PERSONS.thenComparing(Weight.BY_SHARE);
        };
    }

    /** Puts things in order that have counts, and perhaps a small base; equal ones are left to what comes then. */
    <T> Comparator<T> comparator(Function<T, IndicatorCounts> counts, Predicate<T> smallBase) {
        return Comparator.comparing(each -> new Weight(counts.apply(each), smallBase.test(each)), comparator());
    }

    /**
     * Returns what the rule says.
     *
     * @return the rule in words
     */
    public Text text() {
        return text;
    }
}
