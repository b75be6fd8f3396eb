package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {
    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void everyReasonIsGivenSomewhereAndAlone(RefusalCode code) {
        List<Refusal> reasons = ReasonExamples.of(code).reasons();
        assertThat(reasons).extracting(Refusal::code).contains(code);
        for (Refusal reason : reasons) {
            assertThat(reason.finding().message(Locale.ENGLISH)).doesNotContain("{");
            assertThat(reason.finding().message(Text.THAI)).doesNotContain("{");
        }
    }

    /** C3, C19: two households are open, nobody certified, the wrong person: all of it is said, in order. */
    @Test
    void c03_allReasonsAreGivenInOrderAndEveryOpenHouseholdIsNamed() {
        World world = World.of(3);
        world.confirm(FIRST, 1, "answers");
        world.report(FIRST);
        Decision<CertificationEvent> decision =
                world.take(Command.present("c", FIRST, COMMITTEE).expecting(7));
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.STALE_VERSION, RefusalCode.WRONG_ROLE, RefusalCode.COVERAGE);
        assertThat(decision.reasons().get(2).households())
                .containsExactly(World.household(FIRST, 0), World.household(FIRST, 2));
        assertThat(decision.reasons().get(2).finding().message(Text.THAI))
                .isEqualTo("36010101 ได้ข้อมูล 1 จาก 3 ครัวเรือน แต่ต้องได้ 1/1");
    }

    @Test
    void aMissingUnitIsNamed() {
        World world = World.of(1, 1);
        world.certifyUpTo(FIRST);
        Decision<CertificationEvent> decision = world.take(Command.present("c", AUTHORITY, World.COORDINATOR));
        assertThat(decision.reasons())
                .extracting(Refusal::code)
                .containsExactly(
                        RefusalCode.NOT_REPORTED, RefusalCode.CHILD_NOT_CERTIFIED, RefusalCode.QUALITY_OF_OTHER_DATA);
        assertThat(decision.reasons().get(1).units()).containsExactly(SECOND);
        assertThat(decision.reasons().get(1).households()).isEqualTo(List.<HouseholdId>of());
    }
}
