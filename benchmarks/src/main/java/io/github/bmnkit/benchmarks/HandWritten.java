package io.github.bmnkit.benchmarks;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Ten conditions and calculations of the reference form as a programmer would write them in Java, over a household's
 * {@code long}s. What is missing or not known is {@link #MISSING}; a condition is 1 or 0.
 */
final class HandWritten {
    static final long MISSING = Long.MIN_VALUE;

    private static final List<String> HOUSEHOLD = List.of(
            "survey_date",
            "q6_4",
            "q16_1",
            "n16_attend",
            "q23_1",
            "q22_1_5",
            "q12_1",
            "q12_2",
            "q12_3",
            "q12_4",
            "q12_5",
            "q12_6");
    private static final int SURVEY_DATE = 0;
    private static final int CHECK_UP = 1;
    private static final int ANY_PUPIL = 2;
    private static final int PUPILS = 3;
    private static final int SAVINGS = 4;
    private static final int INCOME = 5;
    private static final int FIRST_DISTURBANCE = 6;

    private static final List<String> MEMBER = List.of("birth_date", "age", "occ_group", "work_base", "welfare_use");
    private static final int BIRTH_DATE = 0;
    private static final int AGE = 1;
    private static final int OCCUPATION = 2;
    private static final int WORKS = 3;
    private static final int CARD_USE = 4;

    private final Questionnaire form;
    private final int members;
    private final long[] household;
    private final long[] rows;
    private final long checkUpNo;
    private final long anyPupilYes;
    private final long noSaving;
    private final long cash;
    private final long student;
    private final long disturbedYes;

    HandWritten(Questionnaire form, Frame frame) {
        this.form = form;
        this.members = frame.members();
        this.household =
                HOUSEHOLD.stream().mapToLong(name -> raw(frame, name, 0)).toArray();
        this.rows = new long[members * MEMBER.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = raw(frame, MEMBER.get(i % MEMBER.size()), i / MEMBER.size());
        }
        this.checkUpNo = code("q6_4", "0");
        this.anyPupilYes = code("q16_1", "1");
        this.noSaving = code("q23_1", "12");
        this.cash = code("welfare_use", "6");
        this.student = code("occ_group", "STUDENT");
        this.disturbedYes = code("q12_1", "1");
    }

    private static long raw(Frame frame, String name, int row) {
        boolean missing = frame.get(name, row) instanceof Value.None;
        return missing ? MISSING : frame.raw(frame.cell(name, row));
    }

    private long code(String question, String code) {
        return requireNonNull(form.item(question).orElseThrow().symbol().codes())
                .index(code);
    }

    /** Relevance of {@code q6_4_n}. */
    long checkUpsMissed() {
        return equal(household[CHECK_UP], checkUpNo);
    }

    /** Relevance of {@code q16_3}. */
    long dropOutsAsked() {
        return and(equal(household[ANY_PUPIL], anyPupilYes), greater(household[PUPILS], 0));
    }

    /** Relevance of {@code q23_2}. */
    long savingsAsked() {
        if (household[SAVINGS] == MISSING) {
            return 0;
        }
        return (household[SAVINGS] >> noSaving & 1) == 0 ? 1 : 0;
    }

    /** Relevance of {@code welfare_cash}. */
    long cashAsked(int row) {
        long use = rows[row * MEMBER.size() + CARD_USE];
        return use == MISSING ? MISSING : use >> cash & 1;
    }

    /** {@code n_age_ge_60}. */
    long old() {
        long count = 0;
        for (int at = 0; at < rows.length; at += MEMBER.size()) {
            long age = rows[at + AGE];
            if (age == MISSING) {
                return MISSING;
            }
            count += age >= 60 ? 1 : 0;
        }
        return count;
    }

    /** {@code n_work_15_59}. */
    long workers() {
        long count = 0;
        for (int at = 0; at < rows.length; at += MEMBER.size()) {
            long age = rows[at + AGE];
            long works = rows[at + WORKS];
            if (age == MISSING || works == MISSING) {
                return MISSING;
            }
            count += age >= 15 && age <= 59 && works == 1 ? 1 : 0;
        }
        return count;
    }

    /** {@code n_student_6_14}. */
    long pupils() {
        long count = 0;
        for (int at = 0; at < rows.length; at += MEMBER.size()) {
            long age = rows[at + AGE];
            long occupation = rows[at + OCCUPATION];
            if (age == MISSING || occupation == MISSING) {
                return MISSING;
            }
            count += age >= 6 && age <= 14 && occupation == student ? 1 : 0;
        }
        return count;
    }

    /** {@code n12_dist}. */
    long disturbances() {
        long count = 0;
        for (int at = FIRST_DISTURBANCE; at < household.length; at++) {
            if (household[at] == MISSING) {
                return MISSING;
            }
            count += household[at] == disturbedYes ? 1 : 0;
        }
        return count;
    }

    /** {@code q22_1_6}. */
    long averageIncome() {
        return household[INCOME] == MISSING || members == 0 ? MISSING : household[INCOME] / members;
    }

    /** {@code age}. */
    long age(int row) {
        long birth = rows[row * MEMBER.size() + BIRTH_DATE];
        long survey = household[SURVEY_DATE];
        return birth == MISSING || survey == MISSING || birth > survey
                ? MISSING
                : ChronoUnit.YEARS.between(LocalDate.ofEpochDay(birth), LocalDate.ofEpochDay(survey));
    }

    private static long equal(long one, long other) {
        return one == MISSING ? MISSING : one == other ? 1 : 0;
    }

    private static long greater(long one, long other) {
        return one == MISSING ? MISSING : one > other ? 1 : 0;
    }

    private static long and(long one, long other) {
        return one == 0 || other == 0 ? 0 : one == MISSING || other == MISSING ? MISSING : 1;
    }
}
