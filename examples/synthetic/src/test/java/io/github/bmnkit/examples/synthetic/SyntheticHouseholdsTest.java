package io.github.bmnkit.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SyntheticHouseholdsTest {
    private static final Questionnaire FORM = HostCodes.form();
    private static final List<CleanHousehold> HOUSEHOLDS = LongStream.range(0, 800)
            .mapToObj(seed -> CleanHouseholds.household(FORM, seed))
            .toList();

    @Test
    void noCheckOfTheFormFails() {
        ResolvedHousehold resolved = ResolvedHousehold.of(FORM);
        for (CleanHousehold household : HOUSEHOLDS) {
            resolved.resolve(household.response(), false, PlantedFaults.TODAY);
            for (Item item : FORM.items()) {
                for (Check check : List.of(Check.TYPE, Check.CODE_LIST, Check.REQUIRED, Check.CONSTRAINT)) {
                    assertThat(resolved.check(item, check, 0))
                            .as("%s of %s in %s", check, item.name(), household.response())
                            .isNotEqualTo(Outcome.FAIL);
                }
            }
        }
    }

    @Test
    void everyFaultFindsAHouseholdAndChangesIt() {
        for (PlantedFault fault : PlantedFaults.all()) {
            CleanHousehold household = HOUSEHOLDS.stream()
                    .filter(each -> fault.in(each).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(fault + " finds no household"));
            Optional<HouseholdResponse> faulty = fault.in(household);
            assertThat(faulty).as(fault.toString()).isPresent();
            assertThat(faulty.get()).isNotEqualTo(household.response());
        }
    }

    @Test
    void aHouseholdLivesWhereItIsPut() {
        CleanHousehold here =
                CleanHouseholds.household(FORM, 7, HouseholdId.of("MADE-UP-7"), 2564, VillageCode.of("36010105"));
        assertThat(here.response().household()).hasToString("MADE-UP-7");
        assertThat(here.response().round()).isEqualTo(2564);
        assertThat(here.response().answer(AnswerPath.of("tumbon_code"))).isEqualTo(Value.code("360101"));
        assertThat(here.response().answer(AnswerPath.of("moo"))).isEqualTo(Value.of(5));
        assertThat(CleanHouseholds.household(FORM, 7, HouseholdId.of("MADE-UP-7"), 2564, VillageCode.of("36010105")))
                .isEqualTo(here);
    }

    @Test
    void nationalIdsNameAnOfficeThatThereIsNotAndDiffer() {
        assertThat(NationalIds.of(0).digits()).startsWith("199000000000").hasSize(13);
        assertThat(NationalIds.of(7_999_999_999L).digits()).startsWith("899999999999");
        assertThat(LongStream.range(0, 2_000).mapToObj(NationalIds::of)).doesNotHaveDuplicates();
        assertThatIllegalArgumentException().isThrownBy(() -> NationalIds.of(8_000_000_000L));
    }
}
