package io.github.bmnkit.indicator;

import io.github.bmnkit.indicator.IndicatorCounts.ByOutcome;
import io.github.bmnkit.indicator.IndicatorSet.Persons;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where what is counted stands in the cells of an area: households, persons, persons by sex and age, then for each indicator
 * what came of it, those surveyed by sex and age where the roster tells who they are, and those of each group of ages that
 * the form asks for. How many households meet an indicator is what is left.
 */
final class Layout {
    static final int HOUSEHOLDS = 0;
    static final int PERSONS = 1;
    private static final int BY_SEX_AND_AGE = 2;
    private static final int AGES = AgeBand.all().size();

    // Of one indicator.
    private static final int MEMBERS = 3;
    private static final int SURVEYED = 6;
    private static final int NOT_MET = 7;
    private static final int NOT_COUNTED = 8;
    private static final int OWN = 9;

    final Indicators evaluator;
    final IndicatorSet set;
    final List<Indicator> indicators;
    final List<Code> sexes;
    final int size;
    private final int[] starts;

    Layout(Indicators evaluator) {
        this.evaluator = evaluator;
        this.set = evaluator.set();
        this.indicators = set.indicators();
        this.sexes =
                set.persons().map(persons -> sexes(persons, evaluator.form())).orElse(List.of());
        this.starts = new int[indicators.size()];
        int next = BY_SEX_AND_AGE + block();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            next += OWN + (isBySexAndAge(i) ? block() : 0);
            next += 2 * indicators.get(i).notMetByAge().size();
        }
        this.size = next;
    }

    private static List<Code> sexes(Persons persons, Questionnaire form) {
        String list = form.question(persons.sex()).orElseThrow().list();
        return list == null ? List.of() : form.list(list).map(CodeList::codes).orElse(List.of());
    }

    /** The place of an indicator. */
    int place(int number) {
        return evaluator.index(number);
    }

    /** The row of a sex; what is not in the list comes last. */
    int sex(@Nullable String code) {
        for (int i = 0; i < sexes.size(); i++) {
            if (sexes.get(i).code().equals(code)) {
                return i;
            }
        }
        return sexes.size();
    }

    private int block() {
        return (sexes.size() + 1) * AGES;
    }

    /** Whether the roster tells whom an indicator is about. */
    boolean isBySexAndAge(int place) {
        return indicators.get(place).baseMembers() != null;
    }

    /** All persons of a sex and age. */
    static int persons(int sex, AgeBand age) {
        return BY_SEX_AND_AGE + sex * AGES + age.place();
    }

    /** Those of a sex and age whom an indicator is about. */
    int surveyed(int place, int sex, AgeBand age) {
        return starts[place] + OWN + sex * AGES + age.place();
    }

    /** The first of three cells: households that fail, to which it does not apply, and that are incomplete. */
    int households(int place) {
        return starts[place];
    }

    /** The first of three cells: the members of these households. */
    int members(int place) {
        return starts[place] + MEMBERS;
    }

    int surveyed(int place) {
        return starts[place] + SURVEYED;
    }

    int notMet(int place) {
        return starts[place] + NOT_MET;
    }

    /** Households that are decided, but of which nobody knows how many persons that is. */
    int notCounted(int place) {
        return starts[place] + NOT_COUNTED;
    }

    /** The first of two cells: persons of a group of ages surveyed, and those who did not meet the indicator. */
    int group(int place, int group) {
        return starts[place] + OWN + (isBySexAndAge(place) ? block() : 0) + 2 * group;
    }

    IndicatorCounts counts(Cells cells, int place) {
        return new IndicatorCounts(
                indicators.get(place).unit(),
                byOutcome(cells, households(place), cells.get(HOUSEHOLDS)),
                byOutcome(cells, members(place), cells.get(PERSONS)),
                cells.get(surveyed(place)),
                cells.get(notMet(place)),
                cells.get(notCounted(place)));
    }

    private static ByOutcome byOutcome(Cells cells, int first, long total) {
        long notMet = cells.get(first);
        long notApplicable = cells.get(first + 1);
        long incomplete = cells.get(first + 2);
        return new ByOutcome(total - notMet - notApplicable - incomplete, notMet, notApplicable, incomplete);
    }

    /** Whether the cells of both mean the same. */
    boolean isSameAs(Layout other) {
        return this == other || (set.equals(other.set) && sexes.equals(other.sexes));
    }
}
