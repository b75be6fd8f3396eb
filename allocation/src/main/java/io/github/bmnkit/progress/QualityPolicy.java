package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What correct, complete and of quality mean. The budget indicator asks for all three, and the papers do not say what they
 * mean in figures: the host decides, for each household or for the unit that it is in, and its reading is printed on every
 * report.
 */
public final class QualityPolicy {
    private final Text reading;
    private final BiFunction<VillageCode, HouseholdId, Set<Criterion>> met;

    private QualityPolicy(Text reading, BiFunction<VillageCode, HouseholdId, Set<Criterion>> met) {
        this.reading = requireNonNull(reading, "reading");
        this.met = requireNonNull(met, "met");
    }

    /**
     * Returns the policy of a host.
     *
     * @param reading what the criteria mean and who decided so; shown on reports
     * @param met the criteria that a household in a village meets
     * @return the policy
     */
    public static QualityPolicy of(Text reading, BiFunction<VillageCode, HouseholdId, Set<Criterion>> met) {
        return new QualityPolicy(reading, met);
    }

    /**
     * Returns the reading that this SDK offers, which is not official: complete means that no required answer is missing,
     * correct that no hard edit is open, and of quality that the data are in a unit that is currently certified.
     *
     * @param noOpenHardEdit whether a household has no open hard edit
     * @param noRequiredAnswerMissing whether no required answer of a household is missing
     * @param certified whether a village, or the unit that the host looks at for it, is currently certified
     * @return the policy, labelled as a reading of this SDK
     */
    public static QualityPolicy offered(
            Predicate<HouseholdId> noOpenHardEdit,
            Predicate<HouseholdId> noRequiredAnswerMissing,
            Predicate<VillageCode> certified) {
        requireNonNull(noOpenHardEdit, "noOpenHardEdit");
        requireNonNull(noRequiredAnswerMissing, "noRequiredAnswerMissing");
        requireNonNull(certified, "certified");
        return of(
                Text.of(
                        "ความหมายที่ BMN Kit เสนอ มิใช่ของทางราชการ: ถูกต้อง คือ ไม่มีข้อผิดพลาดที่ต้องแก้ไขค้างอยู่ ครบถ้วน คือ ไม่ขาดคำตอบที่ต้องมี"
                                + " มีคุณภาพ คือ อยู่ในหน่วยที่มีคำรับรองคุณภาพข้อมูลซึ่งยังมีผล",
                        "A reading offered by BMN Kit, not an official one. Correct: no hard edit is open. Complete: no"
                                + " required answer is missing. Of quality: in a unit that is currently certified."),
                (village, household) -> {
                    Set<Criterion> met = EnumSet.noneOf(Criterion.class);
                    add(met, Criterion.CORRECT, noOpenHardEdit.test(household));
                    add(met, Criterion.COMPLETE, noRequiredAnswerMissing.test(household));
                    add(met, Criterion.OF_QUALITY, certified.test(village));
                    return met;
                });
    }

    private static void add(Set<Criterion> met, Criterion criterion, boolean isMet) {
        if (isMet) {
            met.add(criterion);
        }
    }

    /**
     * Returns what the criteria mean, for people.
     *
     * @return the reading in Thai and English
     */
    public Text reading() {
        return reading;
    }

    /**
     * Returns the criteria that a household meets.
     *
     * @param village its village
     * @param household the household
     * @return the criteria
     */
    public Set<Criterion> met(VillageCode village, HouseholdId household) {
        return met.apply(requireNonNull(village, "village"), requireNonNull(household, "household"));
    }

    /** What the budget indicator asks of the data, besides that they exist. */
    public enum Criterion {
        /** The data are correct. */
        CORRECT("ถูกต้อง", "correct"),
        /** The data are complete. */
        COMPLETE("ครบถ้วน", "complete"),
        /** The data are of quality. */
        OF_QUALITY("มีคุณภาพ", "of quality");

        private final Text text;

        Criterion(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the term of the papers.
         *
         * @return the term in Thai, and in English
         */
        public Text text() {
            return text;
        }
    }
}
