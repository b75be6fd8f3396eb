package io.github.bmnkit.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.HouseholdEvent.NonResponse;
import io.github.bmnkit.identity.HouseholdId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseholdEventTest {
    private static final HouseholdId HOUSEHOLD = HouseholdId.of("36010101-0001");
    private static final Instant AT = Instant.parse("2026-01-15T03:00:00Z");
    private static final String ANSWERS = "0123456789abcdef".repeat(4);
    private static final ActorId VOLUNTEER = ActorId.of("v-17");

    @Test
    void everyEventSaysWhichHouseholdWhenAndWho() {
        List<HouseholdEvent> life = List.of(
                new HouseholdEvent.Assigned("1", HOUSEHOLD, AT, ActorId.of("c-3"), VOLUNTEER),
                new HouseholdEvent.Collected("2", HOUSEHOLD, AT, VOLUNTEER, ANSWERS),
                new HouseholdEvent.Checked("3", HOUSEHOLD, AT, VOLUNTEER),
                new HouseholdEvent.Returned("4", HOUSEHOLD, AT, VOLUNTEER, "income"),
                new HouseholdEvent.Confirmed("5", HOUSEHOLD, AT, VOLUNTEER, Confirmer.HEAD, ANSWERS),
                new HouseholdEvent.ResolvedWithoutData("6", HOUSEHOLD, AT, VOLUNTEER, NonResponse.MOVED, "visit-3"));
        assertThat(life).allSatisfy(event -> {
            assertThat(event.household()).isEqualTo(HOUSEHOLD);
            assertThat(event.at()).isEqualTo(AT);
            assertThat(event.actor()).isNotNull();
        });
        assertThat(life).extracting(HouseholdEvent::id).doesNotHaveDuplicates();
        assertThat(Confirmer.HEAD.text().th()).isEqualTo("หัวหน้าครัวเรือน");
        assertThat(NonResponse.NOT_REACHED.text().en()).isEqualTo("not reached");
        assertThat(VOLUNTEER).hasToString("v-17");
    }

    @Test
    void anEventWithoutIdActorOrReasonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseholdEvent.Collected(" ", HOUSEHOLD, AT, VOLUNTEER, ANSWERS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseholdEvent.Returned("1", HOUSEHOLD, AT, VOLUNTEER, ""));
        assertThatNullPointerException()
                .isThrownBy(() -> new HouseholdEvent.Collected("1", HOUSEHOLD, AT, null, ANSWERS))
                .withMessage("actor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseholdEvent.Collected("1", HOUSEHOLD, AT, VOLUNTEER, "abc"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HouseholdEvent.ResolvedWithoutData("1", HOUSEHOLD, AT, VOLUNTEER, NonResponse.VACANT, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> ActorId.of("a\uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> ActorId.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> ActorId.of("x".repeat(65)));
    }
}
