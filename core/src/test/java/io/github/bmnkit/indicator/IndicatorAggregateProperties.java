package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IndicatorAggregateProperties {
    private static final int ROUND = 2562;
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);
    private static final List<Hash> ROOTS = List.of(Hash.of("a".repeat(64)), Hash.of("b".repeat(64)));

    /** Evaluated once: what is proved here is how they are counted. */
    private static final List<HouseholdIndicators> HOUSEHOLDS = households();

    private static List<HouseholdIndicators> households() {
        List<HouseholdIndicators> made = new ArrayList<>();
        Random random = new Random(2562);
        while (made.size() < 150) {
            made.add(INDICATORS.evaluate(MadeUpHouseholds.complete(random, ROUND)));
            HouseholdIndicators any = INDICATORS.evaluate(MadeUpHouseholds.any(random));
            if (any.round() == ROUND) {
                made.add(any);
            }
        }
        return List.copyOf(made);
    }

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    /** A household, where it lies, and under which root. */
    private record Visit(HouseholdIndicators household, VillageCode village, int root) {
        void addTo(IndicatorTally tally) {
            if (root < 0) {
                tally.add(village, household);
            } else {
                tally.add(village, ROOTS.get(root), household);
            }
        }
    }

    private static List<Visit> visits(AreaRegister register, Random random) {
        List<AreaCode> villages = register.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.VILLAGE);
        List<HouseholdIndicators> some = new ArrayList<>(HOUSEHOLDS);
        Collections.shuffle(some, random);
        boolean mixed = random.nextInt(3) == 0;
        return some.subList(0, 30).stream()
                .map(household -> {
                    VillageCode village = (VillageCode) villages.get(random.nextInt(villages.size()));
                    return new Visit(household, village, mixed ? random.nextInt(3) - 1 : village.number() % 2);
                })
                .toList();
    }

    private static IndicatorAggregate counted(List<Visit> visits) {
        IndicatorTally tally = IndicatorTally.of(INDICATORS, ROUND);
        visits.forEach(visit -> visit.addTo(tally));
        return tally.aggregate();
    }

    @Property(tries = 40)
    void anyOrderPartitionAndMergeTreeGivesTheSameBytes(
            @ForAll("registers") AreaRegister register,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 7) int parts) {
        List<Visit> visits = visits(register, random);
        IndicatorAggregate whole = counted(visits);

        List<Visit> shuffled = new ArrayList<>(visits);
        Collections.shuffle(shuffled, random);
        List<List<Visit>> cut = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            cut.add(new ArrayList<>());
        }
        shuffled.forEach(visit -> cut.get(random.nextInt(parts)).add(visit));
        List<IndicatorAggregate> trees = new ArrayList<>(
                cut.stream().map(IndicatorAggregateProperties::counted).toList());
        while (trees.size() > 1) {
            IndicatorAggregate one = trees.remove(random.nextInt(trees.size()));
            IndicatorAggregate other = trees.remove(random.nextInt(trees.size()));
            trees.add(one.merge(other));
        }

        assertThat(trees.get(0)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(trees.get(0).toJson()).isEqualTo(whole.toJson());
        boolean mixed = whole.villages().stream()
                .anyMatch(village -> whole.root(village).isEmpty());
        Cases.met("a village of several roots", mixed);
        Cases.met("several parts", parts > 1);
    }

    @Property(tries = 6)
    void everyAreaOfBothViewsCountsEachHouseholdOnceAsTheNaiveOneDoes(
            @ForAll("registers") AreaRegister register, @ForAll Random random) {
        List<Visit> visits = visits(register, random);
        Map<HouseholdIndicators, VillageCode> where = new LinkedHashMap<>();
        visits.forEach(visit -> where.put(visit.household(), visit.village()));
        IndicatorAggregate aggregate = counted(visits);
        for (AreaView view : AreaView.values()) {
            AreaTree tree = register.tree(view);
            IndicatorTable table = IndicatorTable.of(aggregate, tree);
            NaiveAggregate naive = NaiveAggregate.of(where, tree);
            for (int i = 0; i < tree.size(); i++) {
                agrees(table.of(tree.area(i)), tree.area(i), naive);
            }
            assertThat(table.outside()).isEmpty();
        }
        IndicatorTable administrative = IndicatorTable.of(aggregate, register.tree(AreaView.ADMINISTRATIVE));
        IndicatorTable certifying = IndicatorTable.of(aggregate, register.tree(AreaView.CERTIFYING));
        for (Indicator indicator : INDICATORS.set().indicators()) {
            assertThat(certifying.of(CountryCode.THAILAND).of(indicator.number()))
                    .isEqualTo(administrative.of(CountryCode.THAILAND).of(indicator.number()))
                    .isEqualTo(aggregate.total().of(indicator.number()));
        }
    }

    private static void agrees(AreaIndicators area, AreaCode code, NaiveAggregate naive) {
        assertThat(area.households()).isEqualTo(naive.get(code, "households"));
        assertThat(area.persons()).isEqualTo(naive.get(code, "persons"));
        for (String sex : List.of("1", "2", "?")) {
            for (AgeBand age : AgeBand.values()) {
                String who = sex + "/" + (age == AgeBand.NOT_KNOWN ? "?" : age.from());
                String known = sex.equals("?") ? null : sex;
                assertThat(area.persons(known, age)).isEqualTo(naive.get(code, "persons " + who));
                for (Indicator indicator : INDICATORS.set().indicators()) {
                    area.surveyed(indicator.number(), known, age)
                            .ifPresent(surveyed -> assertThat(surveyed)
                                    .isEqualTo(naive.get(code, indicator.number() + " surveyed " + who)));
                }
            }
        }
        for (Indicator indicator : INDICATORS.set().indicators()) {
            String name = indicator.number() + " ";
            IndicatorCounts counts = area.of(indicator.number());
            assertThat(counts.households()).isEqualTo(byOutcome(naive, code, name));
            assertThat(counts.members()).isEqualTo(byOutcome(naive, code, name + "members "));
            assertThat(counts.surveyed()).isEqualTo(naive.get(code, name + "surveyed"));
            assertThat(counts.notMet()).isEqualTo(naive.get(code, name + "not met"));
            assertThat(counts.notCounted()).isEqualTo(naive.get(code, name + "not counted"));
        }
    }

    private static IndicatorCounts.ByOutcome byOutcome(NaiveAggregate naive, AreaCode code, String name) {
        return new IndicatorCounts.ByOutcome(
                naive.get(code, name + "MET"),
                naive.get(code, name + "NOT_MET"),
                naive.get(code, name + "NOT_APPLICABLE"),
                naive.get(code, name + "INCOMPLETE"));
    }

    @Property(tries = 40)
    void whatIsWrittenIsReadAndOneChangedByteIsFoundOrMakesAnotherAggregate(
            @ForAll("registers") AreaRegister register, @ForAll Random random) {
        IndicatorAggregate aggregate = counted(visits(register, random));
        byte[] bytes = aggregate.toJson().getBytes(UTF_8);
        assertThat(read(bytes).value()).isEqualTo(aggregate);
        assertThat(read(bytes).value().toJson()).isEqualTo(aggregate.toJson());

        int at = random.nextInt(bytes.length);
        bytes[at] = (byte) "0123456789,]x".charAt(random.nextInt(13));
        Reading<IndicatorAggregate> changed = read(bytes);
        assertThat(changed.optional().isPresent()).isEqualTo(!changed.hasErrors());
        changed.optional()
                .ifPresent(other -> assertThat(IndicatorAggregate.read(
                                        INDICATORS,
                                        new ByteArrayInputStream(other.toJson().getBytes(UTF_8)))
                                .value())
                        .isEqualTo(other));
        Cases.met("the change is found", changed.hasErrors());
    }

    private static Reading<IndicatorAggregate> read(byte[] bytes) {
        return IndicatorAggregate.read(INDICATORS, new ByteArrayInputStream(bytes));
    }

    /** What a report shows follows from the two numbers beside it. */
    @Property
    void percentagesRecomputeFromTheirPartsAndHideNothing(
            @ForAll @IntRange(min = 0, max = 100_000) int part, @ForAll @IntRange(min = 0, max = 100_000) int rest) {
        // Nearly all or nearly nothing, too, where rounding would hide the rest.
        for (Share share : List.of(Share.of(part, part + rest), Share.of(1, part + 1L), Share.of(part, part + 1L))) {
            if (share.whole() == 0) {
                assertThat(Percents.notMet(share)).isEmpty();
                continue;
            }
            BigDecimal shown = Percents.notMet(share).orElseThrow();
            BigDecimal exact = BigDecimal.valueOf(share.part())
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(share.whole()), 12, RoundingMode.HALF_UP);
            assertThat(shown.subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
            assertThat(shown.signum() == 0).isEqualTo(share.part() == 0);
            assertThat(shown.compareTo(BigDecimal.valueOf(100)) == 0).isEqualTo(share.part() == share.whole());
            assertThat(Percents.met(share).orElseThrow().add(shown)).isEqualByComparingTo("100");
        }
        boolean wouldHide = Share.of(1, part + 1L).percent(2).orElseThrow().signum() == 0;
        Cases.met("plain rounding would show nothing", wouldHide);
    }

    /** The order of problems is that of its rule, for any area, and no rule leaves one out. */
    @Property(tries = 40)
    void problemsStandInTheOrderThatTheirRuleSays(
            @ForAll("registers") AreaRegister register,
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 40) int leastBase) {
        AreaIndicators area = counted(visits(register, random)).total();
        for (WorkOrder order : WorkOrder.values()) {
            List<AreaIndicators.Problem> problems = area.problems(order, leastBase);
            for (int i = 1; i < problems.size(); i++) {
                assertThat(NaiveOrder.comesBefore(order, problems.get(i - 1), problems.get(i)))
                        .isTrue();
            }
            assertThat(problems.stream().map(each -> each.indicator().number()))
                    .containsExactlyInAnyOrderElementsOf(INDICATORS.set().indicators().stream()
                            .map(Indicator::number)
                            .filter(number -> area.of(number).households().notMet() > 0)
                            .toList());
            Cases.met("small bases", problems.stream().anyMatch(AreaIndicators.Problem::smallBase));
        }
    }
}
