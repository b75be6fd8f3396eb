package io.github.bmnkit.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.progress.QualityPolicy.Criterion;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BudgetIndicatorProperties {
    @Provide
    Arbitrary<FieldSeason> seasons() {
        return FieldSeason.any();
    }

    private static long figure(FieldSeason season, AreaCode area, Predicate<HouseholdId> counts) {
        NaiveProgress naive = new NaiveProgress(season, season.events());
        return season.villages(area).stream()
                .mapToLong(village -> naive.figures(village, counts).done())
                .sum();
    }

    @Property(tries = 200)
    void everyFigureFillsTheTargetsOfTheVillagesByItself(
            @ForAll("seasons") FieldSeason season, @ForAll @IntRange(min = 1, max = 50) int seed) {
        NaiveProgress naive = new NaiveProgress(season, season.events());
        Predicate<HouseholdId> done = household -> naive.state(household) == NaiveProgress.State.DONE;
        Predicate<HouseholdId> correct = household -> household.hashCode() / seed % 2 != 0;
        Predicate<HouseholdId> complete = household -> household.hashCode() / seed % 3 != 0;
        Predicate<VillageCode> certified = village -> village.number() / seed % 3 != 0;
        Predicate<HouseholdId> ofQuality =
                household -> certified.test(season.village(household).orElseThrow());
        Predicate<HouseholdId> all = done.and(correct).and(complete).and(ofQuality);
        BudgetIndicator report =
                BudgetIndicator.of(season.snapshot(), QualityPolicy.offered(correct, complete, certified), village -> {
                    // A register that names its households twice.
                    List<HouseholdId> households =
                            new ArrayList<>(season.households().get(village));
                    households.addAll(season.households().get(village));
                    return households;
                });
        for (AreaCode area : season.areas()) {
            BudgetIndicator.Row row = report.row(area);
            assertThat(row.exist().done()).isEqualTo(figure(season, area, done));
            assertThat(row.met().get(Criterion.CORRECT))
                    .extracting(Figures::done)
                    .isEqualTo(figure(season, area, done.and(correct)));
            assertThat(row.met().get(Criterion.COMPLETE))
                    .extracting(Figures::done)
                    .isEqualTo(figure(season, area, done.and(complete)));
            assertThat(row.met().get(Criterion.OF_QUALITY))
                    .extracting(Figures::done)
                    .isEqualTo(figure(season, area, done.and(ofQuality)));
            assertThat(row.all().done()).isEqualTo(figure(season, area, all));
            assertThat(row.all().counted() + row.all().remaining())
                    .isEqualTo(row.all().target() + row.all().over());
        }
        BudgetIndicator.Row country = report.row(CountryCode.THAILAND);
        // The wrong way: the least of the three figures, as if the same households met them.
        boolean least = season.areas().stream()
                .map(report::row)
                .anyMatch(row -> row.met().values().stream()
                                .mapToLong(Figures::done)
                                .min()
                                .orElse(0)
                        != row.all().done());
        Cases.met("the least of the three is not all three", least);
        Cases.met("some meet all", country.all().done() > 0);
        assertThat(report.toCsv().lines().findFirst())
                .contains("level,area_code,target,data_exist,correct,complete,of_quality,"
                        + "correct_complete_of_quality,over,percent");
        assertThat(report.toCsv().lines().skip(1).findFirst().orElseThrow())
                .startsWith("COUNTRY,TH," + country.exist().target() + ","
                        + country.exist().done());
        assertThat(report.toText(Text.THAI)).contains("มิใช่ของทางราชการ", "ถูกต้อง");
        assertThat(report.toText(Locale.ENGLISH)).contains("not an official one", "Thailand");
        assertThat(report.reading().en()).startsWith("A reading offered by BMN Kit");
        assertThat(report).asString().startsWith("BudgetIndicator[Row[area=TH");
    }
}
