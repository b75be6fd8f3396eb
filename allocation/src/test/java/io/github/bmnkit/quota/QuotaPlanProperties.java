package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Draw;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotaPlanProperties {
    private static final CascadeRules WEBSTER = CascadeRules.of(Method.WEBSTER);

    /** A register, targets for its provinces, and rules. */
    record Season(AreaRegister register, SurveyRound round, CascadeRules rules) {
        AreaTree tree() {
            return register.tree(AreaView.ADMINISTRATIVE);
        }

        Reading<QuotaPlan> plan() {
            return QuotaPlan.imposed(round).cascade(CountryCode.THAILAND, tree(), rules);
        }
    }

    @Provide
    Arbitrary<Season> seasons() {
        return Registers.small()
                .flatMap(register -> Arbitraries.randoms().map(random -> season(register, random, true)));
    }

    /** In some, one province has more than is registered, or less than its villages must have. */
    @Provide
    Arbitrary<Season> anySeasons() {
        return Registers.small()
                .flatMap(register -> Arbitraries.randoms().map(random -> season(register, random, false)));
    }

    private static Season season(AreaRegister register, Random random, boolean feasible) {
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        int minimum = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        Map<ProvinceCode, long[]> targets = new LinkedHashMap<>();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            long registered = tree.households(province);
            long least = minimum == 0 ? 0 : Math.min(registered, 12L * 3 * minimum);
            long total =
                    random.nextInt(4) == 0 ? registered : least + (long) (random.nextDouble() * (registered - least));
            if (!feasible && random.nextInt(6) == 0) {
                total = random.nextBoolean() ? registered + 1 + random.nextInt(5) : minimum;
            }
            long first = (long) (random.nextDouble() * (total + 1));
            targets.put((ProvinceCode) province, new long[] {first, total - first});
        }
        Method method = Method.values()[random.nextInt(Method.values().length)];
        return new Season(register, Rounds.of(targets), CascadeRules.of(method).withMinimumPerVillage(minimum));
    }

    @Property
    void t01_everyTargetIsTheSumOfTheChildrensForEveryPeriodAndTheRootIsTheTotal(@ForAll("seasons") Season season) {
        QuotaPlan plan = season.plan().value();
        for (Period period : plan.periods()) {
            assertThat(plan.target(CountryCode.THAILAND, period))
                    .isEqualTo(season.round().targets().households(CountryCode.THAILAND, period));
            Map<AreaCode, Long> sums = new HashMap<>();
            for (AreaCode area : plan.areas()) {
                plan.parent(area).ifPresent(parent -> sums.merge(parent, plan.target(area, period), Long::sum));
            }
            sums.forEach(
                    (parent, sum) -> assertThat(plan.target(parent, period)).isEqualTo(sum));
        }
        assertThat(plan.areas(AreaLevel.VILLAGE)).isEqualTo(season.tree().areas(AreaLevel.VILLAGE));
        Cases.met("ties", !plan.ties().isEmpty());
    }

    @Property
    void t02_noVillageHasMoreThanAreRegisteredAndOtherwiseTheReasonIsGiven(@ForAll("anySeasons") Season season) {
        Reading<QuotaPlan> reading = season.plan();
        AreaTree tree = season.tree();
        Set<String> impossible = new HashSet<>();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            long target = season.round().targets().households(province);
            long least = villagesOf(tree, province).stream()
                    .mapToLong(village -> Math.min(season.rules().minimumPerVillage(), tree.households(village)))
                    .sum();
            if (target > tree.households(province) || target < least) {
                impossible.add(province.value());
            }
        }
        Cases.met("infeasible", !impossible.isEmpty());
        if (reading.optional().isEmpty()) {
            Set<String> named = new HashSet<>();
            reading.findings()
                    .forEach(finding -> named.add(finding.place().area().orElseThrow()));
            assertThat(impossible).isNotEmpty().isSubsetOf(named);
            return;
        }
        assertThat(impossible).isEmpty();
        QuotaPlan plan = reading.value();
        boolean full = false;
        boolean least = false;
        for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
            long minimum = Math.min(season.rules().minimumPerVillage(), tree.households(village));
            assertThat(plan.target(village)).isBetween(minimum, tree.households(village));
            assertThat(plan.periods()).allMatch(period -> plan.target(village, period) >= 0);
            full |= plan.target(village) == tree.households(village) && plan.target(village) > 0;
            least |= minimum > 0 && plan.target(village) == minimum;
        }
        Cases.met("a village at its cap", full);
        Cases.met("a village at its minimum", least);
        Cases.met(
                "a village without households",
                plan.areas(AreaLevel.VILLAGE).stream().anyMatch(village -> tree.households(village) == 0));
    }

    private static List<AreaCode> villagesOf(AreaTree tree, AreaCode area) {
        List<AreaCode> villages = new ArrayList<>();
        for (AreaCode child : tree.children(area)) {
            villages.addAll(child.level() == AreaLevel.VILLAGE ? List.of(child) : villagesOf(tree, child));
        }
        return villages;
    }

    @Property(tries = 200)
    void t02_theCascadeIsWhatAClerkWouldDoHouseholdByHousehold(@ForAll("seasons") Season season) {
        AreaTree tree = season.tree();
        QuotaPlan plan = QuotaPlan.imposed(season.round())
                .cascade(CountryCode.THAILAND, tree, WEBSTER)
                .value();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            long[] periods = plan.periods().stream()
                    .mapToLong(period -> plan.target(province, period))
                    .toArray();
            new NaiveCascade(tree)
                    .shareOut(province, periods[0], periods[1])
                    .forEach((area, expected) -> assertThat(
                                    plan.periods().stream().map(period -> plan.target(area, period)))
                            .as(area.toString())
                            .containsExactly(expected[0], expected[1]));
        }
    }

    @Property
    void t03_whatMovesBetweenTwoSiblingsMovesNobodyElse(@ForAll("seasons") Season season, @ForAll int which) {
        List<AreaCode> villages = season.tree().areas(AreaLevel.VILLAGE);
        AreaCode village = villages.get(Math.floorMod(which, villages.size()));
        AreaCode tambon = season.tree().parent(village).orElseThrow();
        AreaCode sibling = season.tree().children(tambon).get(0);
        long moved = sibling.equals(village) ? 0 : season.tree().households(village) / 2;
        Cases.met("households move", moved > 0);
        Map<AreaCode, Long> households =
                new HashMap<>(Map.of(village, season.tree().households(village) - moved));
        households.merge(sibling, season.tree().households(sibling) + moved, Math::max);
        AreaRegister changed =
                Registers.read(withHouseholds(season.register(), households)).value();
        Season before = new Season(season.register(), season.round(), WEBSTER);
        Season after = new Season(changed, season.round(), WEBSTER);
        QuotaPlan plan = before.plan().value();
        QuotaPlan next = after.plan().value();
        for (AreaCode area : plan.areas()) {
            if (!plan.parent(area).equals(Optional.of(tambon))) {
                assertThat(next.target(area)).isEqualTo(plan.target(area));
            }
        }
    }

    private static String withHouseholds(AreaRegister register, Map<AreaCode, Long> households) {
        StringBuilder csv = new StringBuilder();
        register.toCsv().lines().forEach(line -> {
            String[] fields = line.split(",");
            households.forEach(
                    (village, number) -> fields[10] = fields[0].equals(village.value()) ? "" + number : fields[10]);
            csv.append(String.join(",", fields)).append('\n');
        });
        return csv.toString();
    }

    @Property
    void t04_theSameInputGivesTheSamePlanToTheByteWhateverTheOrderOfItsRows(
            @ForAll("seasons") Season season, @ForAll Random random) {
        List<String> rows = new ArrayList<>(season.register().toCsv().lines().toList());
        String header = rows.remove(0);
        Collections.shuffle(rows, random);
        rows.add(0, header);
        Season shuffled = new Season(Registers.read(String.join("\n", rows)).value(), season.round(), season.rules());
        QuotaPlan plan = season.plan().value();
        assertThat(shuffled.plan().value().toCsv()).isEqualTo(plan.toCsv());
        assertThat(shuffled.plan().value().fingerprint())
                .isEqualTo(plan.fingerprint())
                .hasSize(64);
        Cases.met("ties", !plan.ties().isEmpty());
    }

    @Property(tries = 200)
    void t07_everyTargetCanBeComputedAgainFromItsExplanation(@ForAll("seasons") Season season) {
        QuotaPlan plan = season.plan().value();
        for (AreaCode area : plan.areas()) {
            QuotaExplanation explanation = plan.explain(area);
            assertThat(explanation.target()).isEqualTo(plan.target(area));
            boolean shared = area.level().compareTo(AreaLevel.PROVINCE) < 0;
            assertThat(explanation.whole().isPresent()).isEqualTo(shared);
            explanation.whole().ifPresent(whole -> {
                assertThat(whole.recompute()).isEqualTo(plan.target(area));
                List<Long> parts = plan.periods().stream()
                        .map(period -> plan.target(area, period))
                        .toList();
                assertThat(explanation.periods().orElseThrow().recompute()).isEqualTo(parts);
            });
        }
    }

    @Property
    void t08_bothViewsAddUpToTheSame(@ForAll("seasons") Season season) {
        QuotaPlan plan = season.plan().value();
        QuotaPlan certifying = plan.along(season.register().tree(AreaView.CERTIFYING));
        for (AreaCode area : plan.areas()) {
            if (area.level() != AreaLevel.TAMBON && area.level() != AreaLevel.REGION) {
                assertThat(certifying.target(area)).isEqualTo(plan.target(area));
                for (Period period : plan.periods()) {
                    assertThat(certifying.target(area, period)).isEqualTo(plan.target(area, period));
                }
            }
        }
        long parts = certifying.areas(AreaLevel.LOCAL_AUTHORITY).stream()
                .mapToLong(certifying::target)
                .sum();
        assertThat(parts).isEqualTo(plan.target(CountryCode.THAILAND));
        for (AreaCode area : certifying.areas(AreaLevel.LOCAL_AUTHORITY)) {
            assertThat(certifying.explain(area).text(Locale.ENGLISH)).endsWith("is the sum of its villages' targets");
        }
        assertThat(certifying.ties()).isEmpty();
    }

    /** Negative control: rounding every village by itself is what people do in spreadsheets. */
    @Example
    void t01_roundingEveryChildAloneBreaksTheSum() {
        AreaTree tree = Registers.read(
                        Registers.HEADER + village("36010101", 1) + village("36010102", 1) + village("36010103", 1))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        long total = 2;
        long alone = tree.areas(AreaLevel.VILLAGE).stream()
                .mapToLong(village -> Math.round((double) total * tree.households(village) / 3))
                .sum();
        assertThat(alone).isNotEqualTo(total);
        assertThat(plan(tree, 1, 1, WEBSTER).value().target(ProvinceCode.of("36")))
                .isEqualTo(total);
    }

    @Example
    void w09_theOfficialTableIsTakenAsItIs() {
        SurveyRound round = SurveyRounds.bmn2569();
        QuotaPlan plan = QuotaPlan.imposed(round);
        assertThat(plan.areas()).hasSize(1 + 18 + 76);
        assertThat(plan.areas(AreaLevel.PROVINCE)).allSatisfy(province -> {
            assertThat(plan.target(province)).isEqualTo(round.targets().households(province));
            assertThat(plan.explain(province).whole()).isEmpty();
            assertThat(plan.explain(province).text(Text.THAI)).contains("ตารางของทางราชการ");
        });
        assertThat(plan.parent(ProvinceCode.of("36"))).contains(round.targets().region(ProvinceCode.of("36")));
        assertThat(plan).hasToString("QuotaPlan[root=TH, areas=95, households=13169180]");
    }

    @Example
    void theOfficialSplitIsNotProportional() {
        SurveyRound round = SurveyRounds.bmn2569();
        QuotaPlan plan = QuotaPlan.imposed(round);
        Period q12 = round.period("q1-2");
        Period q3 = round.period("q3");
        assertThat(plan.areas(AreaLevel.PROVINCE))
                .allSatisfy(province -> assertThat(plan.target(province, q3) - plan.target(province, q12))
                        .isBetween(5_363L, 5_400L));
        Map<Period, Ratio> sums = new HashMap<>();
        for (Deviation deviation : plan.deviations()) {
            if (deviation.area().level() == AreaLevel.PROVINCE) {
                sums.merge(deviation.period(), deviation.difference(), QuotaPlanProperties::plus);
            }
        }
        assertThat(sums.values()).allMatch(sum -> sum.numerator().signum() == 0);
        Deviation korat = plan.deviations().stream()
                .filter(deviation -> deviation.area().equals(ProvinceCode.of("30"))
                        && deviation.period().equals(q3))
                .findFirst()
                .orElseThrow();
        // 645,504 x 6,789,228 / 13,169,180, by hand
        assertThat(korat.proportional().decimal(2)).isEqualTo(new BigDecimal("332782.59"));
        assertThat(korat.difference().decimal(2)).isEqualTo(new BigDecimal("-7338.59"));
    }

    private static Ratio plus(Ratio a, Ratio b) {
        BigInteger numerator =
                a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
        return new Ratio(numerator, a.denominator().multiply(b.denominator()));
    }

    @Example
    void aPlanThatCannotBeSaysWhichAreasAndByHowMuch() {
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 10) + village("36020101", 5))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        assertThat(plan(tree, 10, 6, WEBSTER).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR quota.above-registered (area 36): The target of 36 is 16 households, but only 15"
                                + " are registered: 1 are missing");
        assertThat(codes(plan(tree, 1, 0, WEBSTER.withMinimumPerVillage(1))))
                .containsExactly(QuotaFinding.BELOW_MINIMUM);
        QuotaPlan official = QuotaPlan.imposed(SurveyRounds.bmn2569());
        Reading<QuotaPlan> country = official.cascade(CountryCode.THAILAND, tree, WEBSTER);
        assertThat(country.findings().stream().filter(finding -> finding.code() == QuotaFinding.AREA_MISSING))
                .hasSize(75 + 17);
        assertThat(codes(official.cascade(ProvinceCode.of("30"), tree, WEBSTER)))
                .containsExactly(QuotaFinding.AREA_MISSING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> official.cascade(DistrictCode.of("3601"), tree, WEBSTER))
                .withMessageContaining("3601");
    }

    @Example
    void aRegisterWithoutRegionsOrWithBangkokServesTheCountryToo() {
        Map<ProvinceCode, long[]> targets =
                Map.of(ProvinceCode.of("36"), new long[] {3, 4}, ProvinceCode.of("37"), new long[] {1, 1});
        String rows = village("36010101", 9) + village("37010101", 9).replace(",36,", ",37,");
        String bangkok = village("10010101", 9).replace(",36,", ",10,");
        AreaTree tree = Registers.read(Registers.HEADER + (rows + bangkok).replace(",1\n", ",\n"))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        Reading<QuotaPlan> reading = QuotaPlan.imposed(Rounds.of(targets)).cascade(CountryCode.THAILAND, tree, WEBSTER);
        assertThat(codes(reading)).containsExactly(QuotaFinding.NO_TARGET);
        assertThat(reading.value().target(CountryCode.THAILAND)).isEqualTo(9);
        assertThat(reading.value().target(VillageCode.of("36010101"))).isEqualTo(7);
        assertThat(reading.value().contains(ProvinceCode.BANGKOK)).isFalse();
    }

    @Example
    void aProvinceThatTheRegisterPutsIntoAnotherRegionIsFound() {
        AreaTree tree = Registers.read(Registers.HEADER
                        + village("36010101", 9)
                        + village("37010101", 9).replace(",36,", ",37,"))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        Map<ProvinceCode, long[]> targets =
                Map.of(ProvinceCode.of("36"), new long[] {3, 4}, ProvinceCode.of("37"), new long[] {1, 1});
        assertThat(codes(QuotaPlan.imposed(Rounds.of(targets)).cascade(CountryCode.THAILAND, tree, WEBSTER)))
                .contains(QuotaFinding.OTHER_PARENT);
    }

    @Example
    void aRecordedDrawResolvesTheTieOfItsArea() {
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 5) + village("36010102", 5))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        AreaCode tambon = tree.areas(AreaLevel.TAMBON).get(0);
        QuotaPlan byCode = plan(tree, 3, 0, WEBSTER).value();
        assertThat(byCode.target(VillageCode.of("36010101"))).isEqualTo(2);
        assertThat(byCode.ties()).hasSize(1);
        PlanTie tie = byCode.ties().get(0);
        assertThat(tie.parent()).isEqualTo(tambon);
        assertThat(tie.period()).isEmpty();
        assertThat(tie.tie().members()).containsExactly("36010101", "36010102");
        assertThat(tie).hasToString("360101: " + tie.tie());
        QuotaPlan drawn = plan(tree, 3, 0, WEBSTER.withDraw(tambon, Draw.of("36010102", "36010101")))
                .value();
        assertThat(drawn.target(VillageCode.of("36010102"))).isEqualTo(2);
        Reading<QuotaPlan> refused = plan(tree, 3, 0, WEBSTER.withDraw(tambon, Draw.of("36010102")));
        assertThat(codes(refused)).containsExactly(QuotaFinding.DRAW_REFUSED);
    }

    @Example
    void theCsvHasAColumnForEachPeriod() {
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 5))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        assertThat(plan(tree, 3, 1, WEBSTER).value().toCsv().lines())
                .containsExactly(
                        "level,area_code,parent_code,households_p1,households_p2,households_total",
                        "PROVINCE,36,,3,1,4",
                        "DISTRICT,3601,36,3,1,4",
                        "TAMBON,360101,3601,3,1,4",
                        "VILLAGE,36010101,360101,3,1,4");
    }

    @Example
    void aTrillionHouseholdsAreRefusedForAReasonAndNeverCounted() {
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 5))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        Reading<QuotaPlan> reading = plan(tree, 500_000_000_000L, 500_000_000_000L, WEBSTER);
        assertThat(codes(reading)).containsExactly(QuotaFinding.ABOVE_REGISTERED);
    }

    @Example
    void aCallerWhoAsksForWhatIsNotThereIsTold() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());
        assertThatIllegalArgumentException().isThrownBy(() -> plan.target(DistrictCode.of("3601")));
        Period other = new Period("q4", Text.of("สี่", "four"));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.target(CountryCode.THAILAND, other));
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 5))
                .value()
                .tree(AreaView.CERTIFYING);
        assertThatIllegalArgumentException().isThrownBy(() -> plan.along(tree));
        assertThatIllegalArgumentException().isThrownBy(() -> WEBSTER.withMinimumPerVillage(-1));
    }

    @Example
    void anExplanationReadsInThaiAndEnglish() {
        AreaTree tree = Registers.read(Registers.HEADER + village("36010101", 5) + village("36010102", 3))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        QuotaExplanation explanation = plan(tree, 3, 1, WEBSTER).value().explain(VillageCode.of("36010102"));
        assertThat(explanation.text(Locale.ENGLISH).lines()).hasSize(3);
        assertThat(explanation.text(Text.THAI)).contains("36010102", "ทดสอบ: ");
        assertThat(explanation).hasToString(explanation.text(Locale.ROOT));
        assertThat(explanation.area()).isEqualTo(VillageCode.of("36010102"));
    }

    private static Reading<QuotaPlan> plan(AreaTree tree, long first, long second, CascadeRules rules) {
        ProvinceCode province = ProvinceCode.of("36");
        return QuotaPlan.imposed(Rounds.of(Map.of(province, new long[] {first, second})))
                .cascade(province, tree, rules);
    }

    private static String village(String code, int households) {
        return code + ",บ้าน," + code.substring(0, 6) + ",ตำบล," + code.substring(0, 4) + ",อำเภอ,36,A1,อบต.,อบต.,"
                + households + ",1\n";
    }

    private static List<FindingCode> codes(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }
}
