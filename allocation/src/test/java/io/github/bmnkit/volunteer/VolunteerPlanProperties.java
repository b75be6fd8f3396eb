package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class VolunteerPlanProperties {
    private static final VolunteerRatios FORTY = VolunteerRatios.everywhere(40);

    /** The targets of a made-up season, in which everything registered is the target. */
    record Season(AreaTree tree, QuotaPlan plan, Random random) {}

    @Provide
    Arbitrary<Season> seasons() {
        return Registers.small().flatMap(register -> Arbitraries.randoms().map(random -> season(register, random)));
    }

    private static Season season(AreaRegister register, Random random) {
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        Map<ProvinceCode, long[]> targets = new LinkedHashMap<>();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            targets.put((ProvinceCode) province, new long[] {tree.households(province), 0});
        }
        SurveyRound round = Rounds.of(targets);
        CascadeRules rules = CascadeRules.of(Method.WEBSTER);
        return new Season(
                tree,
                QuotaPlan.imposed(round)
                        .cascade(CountryCode.THAILAND, tree, rules)
                        .value(),
                random);
    }

    @Property
    void v01_theNumberIsTheLeastThatIsEnough(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long households,
            @ForAll @IntRange(min = 1, max = 1_000) int ratio) {
        long n = VolunteerPlan.needed(households, ratio);
        assertThat(n * ratio).isGreaterThanOrEqualTo(households);
        assertThat((n - 1) * ratio).isLessThan(Math.max(households, 1));
        assertThat(n == 0).isEqualTo(households == 0);
    }

    @Property
    void v02_moreHouseholdsNeverNeedFewerAndALargerRatioNeverMore(
            @ForAll @LongRange(min = 0, max = 100_000) long households,
            @ForAll @LongRange(min = 0, max = 100) long more,
            @ForAll @IntRange(min = 1, max = 100) int ratio,
            @ForAll @IntRange(min = 0, max = 100) int larger) {
        assertThat(VolunteerPlan.needed(households + more, ratio))
                .isGreaterThanOrEqualTo(VolunteerPlan.needed(households, ratio));
        assertThat(VolunteerPlan.needed(households, ratio + larger))
                .isLessThanOrEqualTo(VolunteerPlan.needed(households, ratio));
    }

    @Property
    void v03_aLowerLevelOfRoundingNeedsMoreButLessThanOneMoreForEachArea(@ForAll("seasons") Season season) {
        long total = season.plan().target(CountryCode.THAILAND);
        long previous = 0;
        for (AreaLevel level : season.tree().levels()) {
            long count = VolunteerPlan.of(season.plan(), level, FORTY).value().volunteers(CountryCode.THAILAND);
            assertThat(count).isGreaterThanOrEqualTo(previous);
            int areas = season.plan().areas(level).size();
            // count < total / 40 + areas, without a fraction
            assertThat(40 * (count - areas)).isLessThan(Math.max(total, 1));
            Cases.met(
                    "rounding by " + level + " costs volunteers",
                    count > VolunteerPlan.needed(total, 40) || level == AreaLevel.COUNTRY || level == AreaLevel.REGION);
            previous = count;
        }
    }

    @Example
    void v03_theCountryNeeds329230OrIfProvincesAreRoundedUp329265() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());
        VolunteerPlan atOnce = VolunteerPlan.of(plan, AreaLevel.COUNTRY, FORTY).value();
        VolunteerPlan byProvince =
                VolunteerPlan.of(plan, AreaLevel.PROVINCE, FORTY).value();
        assertThat(atOnce.volunteers(CountryCode.THAILAND)).isEqualTo(329_230);
        assertThat(byProvince.volunteers(CountryCode.THAILAND)).isEqualTo(329_265);
        assertThat(byProvince.volunteers(ProvinceCode.of("36"))).isEqualTo(6_589); // 263,543 / 40 = 6,588.575
        assertThat(byProvince).hasToString("VolunteerPlan[by province, volunteers=329265]");
        assertThat(byProvince.level()).isEqualTo(AreaLevel.PROVINCE);
        assertThat(byProvince.quotas()).isSameAs(plan);
    }

    @Property
    void v04_theRatioInForceIsTheNearestOverrideUpTheTree(@ForAll("seasons") Season season) {
        QuotaPlan plan = season.plan();
        VolunteerRatios ratios = FORTY.withRange(10, 90);
        Map<AreaCode, Integer> own = new LinkedHashMap<>();
        for (AreaCode area : plan.areas()) {
            if (season.random().nextInt(4) == 0) {
                int ratio = 5 + season.random().nextInt(90);
                ratios = ratios.withOverride(new RatioOverride(area, ratio, "พื้นที่ภูเขา"));
                if (ratio >= 10 && ratio <= 90) {
                    own.put(area, ratio);
                }
            }
        }
        Reading<VolunteerPlan> reading = VolunteerPlan.of(plan, AreaLevel.VILLAGE, ratios);
        assertThat(reading.findings())
                .hasSize(ratios.overrides().size() - own.size())
                .allMatch(finding -> finding.code() == VolunteerFinding.RATIO_OUT_OF_RANGE);
        Cases.met("refused", reading.hasErrors());
        Cases.met("overridden", !own.isEmpty());
        for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
            Optional<AreaCode> at = Optional.of(village);
            while (at.isPresent() && !own.containsKey(at.get())) {
                at = plan.parent(at.get());
            }
            int expected = at.map(own::get).orElse(40);
            assertThat(reading.value().householdsPerVolunteer(village)).isEqualTo(expected);
            assertThat(reading.value().volunteers(village)).isEqualTo((plan.target(village) + expected - 1) / expected);
        }
    }

    @Example
    void v04_anOverrideThatCouldHaveNoEffectIsRefused() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());
        VolunteerRatios ratios = FORTY.withRange(20, 60)
                .withOverride(new RatioOverride(ProvinceCode.of("36"), 30, "ภูเขา"))
                .withOverride(new RatioOverride(VillageCode.of("36010101"), 30, "ภูเขา"))
                .withOverride(new RatioOverride(new RegionCode(13), 61, "ภูเขา"));
        Reading<VolunteerPlan> reading = VolunteerPlan.of(plan, AreaLevel.REGION, ratios);
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR volunteer.ratio-below-level (area 36): The ratio of 36 has no effect, because volunteers"
                                + " are counted by inspection region",
                        "ERROR volunteer.ratio-without-target (area 36010101): The ratio of 36010101 has no effect,"
                                + " because the area has no target",
                        "ERROR volunteer.ratio-out-of-range (area 13): The ratio of 13, 61 households per volunteer, is"
                                + " not between 20 and 60");
        assertThat(reading.value().householdsPerVolunteer(new RegionCode(13))).isEqualTo(40);
    }

    @Example
    void theNumberIsExplained() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());
        VolunteerRatios ratios =
                FORTY.withRange(20, 60).withOverride(new RatioOverride(new RegionCode(13), 30, "ภูเขา"));
        VolunteerPlan volunteers =
                VolunteerPlan.of(plan, AreaLevel.PROVINCE, ratios).value();
        assertThat(volunteers.explain(ProvinceCode.of("36"), Locale.ENGLISH))
                .isEqualTo("36: 263543 households ÷ 30 per volunteer (decided by 13: ภูเขา), rounded up to 8785"
                        + " volunteers");
        assertThat(volunteers.explain(ProvinceCode.of("12"), Text.THAI))
                .isEqualTo("12: 156334 ครัวเรือน ÷ 40 ครัวเรือนต่อคน ปัดขึ้นเป็น 3909 คน");
        assertThat(volunteers.explain(CountryCode.THAILAND, Locale.ENGLISH))
                .startsWith("TH: the sum over each province");
    }

    @Example
    void whatCannotBeIsRefused() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolunteerPlan.of(plan, AreaLevel.VILLAGE, FORTY))
                .withMessageContaining("village");
        VolunteerPlan byRegion = VolunteerPlan.of(plan, AreaLevel.REGION, FORTY).value();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byRegion.volunteers(ProvinceCode.of("36")))
                .withMessageContaining("36");
        assertThatIllegalArgumentException().isThrownBy(() -> VolunteerPlan.needed(-1, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> VolunteerPlan.needed(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FORTY.withRange(50, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatioOverride(DistrictCode.of("3601"), 30, " "));
        assertThat(List.of(FORTY.minInclusive(), FORTY.maxInclusive())).containsExactly(40, 40);
    }
}
