package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.response.ResolvedHousehold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every small change to a definition changes a result of some household: so the households tell them apart. */
class IndicatorMutantsTest {
    /** What is replaced by what: an operator that is turned, a bound that is moved by one. */
    private static final List<List<String>> CHANGES = List.of(
            List.of(" = 1", " = 0"),
            List.of(" = 0", " = 1"),
            List.of(" and ", " or "),
            List.of(" or ", " and "),
            List.of(" >= ", " > "),
            List.of(" <= ", " < "),
            List.of(" < ", " <= "),
            List.of(" > 0", " > 1"),
            List.of(" > 1", " > 2"),
            List.of(" + ", " - "),
            List.of("not(", "("),
            List.of("'12'", "'11'"));

    private static final Pattern BOUND = Pattern.compile("(?<= )[0-9]{2,}(?![0-9'])");

    private static final List<ResolvedHousehold> HOUSEHOLDS = IntStream.range(0, 600)
            .mapToObj(seed -> seed % 3 == 0
                    ? MadeUpHouseholds.any(new Random(seed))
                    : MadeUpHouseholds.complete(new Random(seed)))
            .toList();

    private record Mutant(String name, Indicator indicator) {}

    private interface Place {
        Indicator with(Indicator indicator, String text);
    }

    private static Stream<String> changed(@Nullable String text) {
        List<String> mutants = new ArrayList<>();
        for (List<String> change : CHANGES) {
            int at = text == null ? -1 : text.indexOf(change.get(0));
            while (text != null && at >= 0) {
                mutants.add(text.substring(0, at)
                        + change.get(1)
                        + text.substring(at + change.get(0).length()));
                at = text.indexOf(change.get(0), at + 1);
            }
        }
        BOUND.matcher(text == null ? "" : text)
                .results()
                .forEach(bound -> mutants.add(requireNonNull(text).substring(0, bound.start())
                        + (Integer.parseInt(bound.group()) + 1)
                        + text.substring(bound.end())));
        return mutants.stream();
    }

    private static List<Mutant> mutants(Indicator indicator) {
        List<Mutant> mutants = new ArrayList<>();
        add(
                mutants,
                indicator,
                indicator.base(),
                (of, text) -> with(of, text, of.baseMembers(), of.applicable(), of.criterion(), of.personsNotMet()));
        add(
                mutants,
                indicator,
                indicator.baseMembers(),
                (of, text) -> with(of, of.base(), text, of.applicable(), of.criterion(), of.personsNotMet()));
        add(
                mutants,
                indicator,
                indicator.applicable(),
                (of, text) -> with(of, of.base(), of.baseMembers(), text, of.criterion(), of.personsNotMet()));
        add(
                mutants,
                indicator,
                indicator.criterion(),
                (of, text) -> with(of, of.base(), of.baseMembers(), of.applicable(), text, of.personsNotMet()));
        add(
                mutants,
                indicator,
                indicator.personsNotMet(),
                (of, text) -> with(of, of.base(), of.baseMembers(), of.applicable(), of.criterion(), text));
        return mutants;
    }

    private static void add(List<Mutant> mutants, Indicator indicator, @Nullable String text, Place place) {
        changed(text)
                .forEach(changed -> mutants.add(new Mutant(
                        indicator.number() + ": " + text + " -> " + changed, place.with(indicator, changed))));
    }

    private static Indicator with(
            Indicator of,
            @Nullable String base,
            @Nullable String baseMembers,
            @Nullable String applicable,
            String criterion,
            @Nullable String personsNotMet) {
        return new Indicator(
                of.number(),
                of.dimension(),
                of.title(),
                of.unit(),
                base,
                baseMembers,
                applicable,
                criterion,
                personsNotMet,
                of.notMetByAge(),
                of.confidence(),
                of.remark(),
                of.sources());
    }

    private static Compiled compiled(Indicator indicator) {
        return new Compiled(indicator, MadeUpHouseholds.FORM, Set.of("income_line"), Map.of("income_line", "38000"));
    }

    private static boolean differs(Compiled one, Compiled other, ResolvedHousehold household) {
        if (!one.result(household.frame()).equals(other.result(household.frame()))) {
            return true;
        }
        return IntStream.range(0, household.members())
                .anyMatch(row -> one.isSurveyed(household.frame(), row) != other.isSurveyed(household.frame(), row));
    }

    @Test
    void everyMutantIsToldApart() {
        Set<String> survivors = new TreeSet<>();
        int mutants = 0;
        for (Indicator indicator : IndicatorSets.bmn2560().indicators()) {
            Compiled right = compiled(indicator);
            for (Mutant mutant : mutants(indicator)) {
                mutants++;
                Compiled wrong = compiled(mutant.indicator());
                if (HOUSEHOLDS.stream().noneMatch(household -> differs(right, wrong, household))) {
                    survivors.add(mutant.name());
                }
            }
        }
        assertThat(mutants).isGreaterThan(180);
        assertThat(survivors).isEmpty();
    }
}
