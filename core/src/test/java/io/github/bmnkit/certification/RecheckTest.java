package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.Recheck.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecheckTest {
    private static final HouseholdId A = HouseholdId.of("a");
    private static final HouseholdId B = HouseholdId.of("b");
    private static final AcceptancePlan PLAN = new AcceptancePlan(10, 2, 0);

    private static Recheck of(Map<HouseholdId, Boolean> agrees) {
        return Recheck.of(Hash.EMPTY, PLAN, List.of(A, B), agrees);
    }

    @Test
    void itIsAcceptedWhenAllWereAskedAndRejectedAsSoonAsTooManyDiffer() {
        assertThat(of(Map.of()).outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(of(Map.of(A, true)).outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(of(Map.of(A, true, B, true)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(of(Map.of(A, false)).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(of(Map.of(A, true, B, false))).isEqualTo(new Recheck(Hash.EMPTY, PLAN, 2, 1));
        assertThat(new Recheck(Hash.EMPTY, new AcceptancePlan(10, 3, 1), 3, 1).outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whoWasNotDrawnDoesNotCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Map.of(HouseholdId.of("c"), true)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recheck.of(Hash.EMPTY, PLAN, List.of(A), Map.of(A, true)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recheck(Hash.EMPTY, PLAN, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recheck(Hash.EMPTY, PLAN, 1, 2));
    }

    @Test
    void theCertificateSaysWhatWasCheckedAndACorrectionAsksForAnotherSample() {
        World world = World.of(CertificationDefinitions.bmn2569().withRecheck(Set.of(AreaLevel.VILLAGE)), 4);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.recheck = Rechecks.ACCEPTED;
        world.certify(FIRST);
        assertThat(world.state.certificate(FIRST).orElseThrow().toJson()).contains("\"recheck\":[4,2,0,2,0]");
        QualityFacts checked = world.computed(FIRST);
        world.confirm(FIRST, 0, "corrected");
        world.report(FIRST);
        world.recheck = Rechecks.NONE;
        Recheck older = checked.recheck();
        assertThat(older).isNotNull();
        world.otherQuality.put(FIRST, world.computed(FIRST).withRecheck(older));
        assertThat(world.take(Command.present("c", FIRST, World.COORDINATOR)).reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.RECHECK_OF_OTHER_DATA);
    }

    @Test
    void whoeverTurnsItOnSaysWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificationDefinitions.bmn2569().withExtensions(Set.of(Extension.SAMPLE_RECHECK)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificationDefinitions.bmn2569().withRecheck(Set.of()));
    }

    /** Whatever a ledger that was made elsewhere says: a certificate rests on no re-check of other data, or a failed one. */
    @Test
    void aCertificateNamesOnlyARecheckOfItsOwnDataThatWasAccepted() {
        World world = World.of(CertificationDefinitions.bmn2569().withRecheck(Set.of(AreaLevel.VILLAGE)), 1);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.recheck = Rechecks.ACCEPTED;
        world.present(FIRST);
        world.sign(FIRST);
        CertificationEvent event = world.kernel
                .decide(world.state, Command.certify("c", FIRST, COMMITTEE), world)
                .events()
                .get(0);
        assertThat(Evolution.isPossible(world.state, event)).isTrue();
        for (Rechecks other : List.of(Rechecks.OTHER_DATA, Rechecks.UNFINISHED, Rechecks.REJECTED)) {
            Recheck recheck = other.in(QualityFacts.of(world.works.get(FIRST))).recheck();
            Detail.Vouching said = (Detail.Vouching) event.detail();
            Detail.Vouching forged = new Detail.Vouching(
                    said.basis(),
                    said.root(),
                    said.figures(),
                    said.hardEdits(),
                    said.softEdits(),
                    said.acceptedSoftEdits(),
                    recheck,
                    said.papers());
            assertThat(Evolution.isPossible(
                            world.state,
                            new CertificationEvent(
                                    event.command(), event.step(), event.unit(), event.actor(), event.at(), forged)))
                    .as(other.name())
                    .isFalse();
        }
    }
}
