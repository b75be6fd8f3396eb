package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.DEPARTMENT;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.DISTRICT_CHIEF;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.GROUP_A;
import static io.github.bmnkit.certification.World.GROUP_D;
import static io.github.bmnkit.certification.World.GROUP_P;
import static io.github.bmnkit.certification.World.LEADER;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.PROVINCIAL_CHIEF;
import static io.github.bmnkit.certification.World.ROLE_COMMITTEE;
import static io.github.bmnkit.certification.World.ROLE_CONCERNED;
import static io.github.bmnkit.certification.World.ROLE_GROUP;
import static io.github.bmnkit.certification.World.ROLE_LEADER;
import static io.github.bmnkit.certification.World.SYSTEM;
import static io.github.bmnkit.certification.World.VOLUNTEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.certification.VillageWork.HouseholdStage;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The activity list of the papers of 2569 (annex 2, part 1), steps 9 to 15: one household's data on their way up. */
class StepsOfThePapersTest {
    private final World world = World.of(1);
    private final Ledger ledger =
            Ledger.open(world.kernel, Ledger.Store.inMemory()).value();
    private final HouseholdId household = World.household(FIRST, 0);
    private final String answers = World.answers("as the head of the household gave them");
    private int commands;

    @Test
    void fromOneHouseholdToTheReceiptByTheDepartment() {
        on("2026-01-12T09:00");
        theHouseholdIsAssignedToAVolunteer();
        step9AVolunteerInterviewsTheHouseholdAndRecordsIt();
        step10TheCollectorChecksAndTheHeadOfTheHouseholdConfirms();
        on("2026-02-02T09:00");
        step12TheVillageCommitteeAndCommunityLeadersIssueTheCertificateOfTheVillage();
        on("2026-02-09T09:00");
        step13TheLocalAuthorityIsPresentedTheResultAndIssuesBothPapers();
        on("2026-02-27T23:59");
        step14ThePapersOfTheDistrictReachTheProvinceBy27February();
        on("2026-03-30T23:59");
        step15ThePapersOfTheProvinceReachTheDepartmentBy30March();
        anybodyCanFollowTheHouseholdUpToTheProvince();
    }

    private void theHouseholdIsAssignedToAVolunteer() {
        happens(new Assigned("e-1", household, world.now, COORDINATOR, VOLUNTEER));
        assertThat(stage()).isEqualTo(HouseholdStage.ASSIGNED);
    }

    private void step9AVolunteerInterviewsTheHouseholdAndRecordsIt() {
        happens(new Collected("e-2", household, world.now, VOLUNTEER, answers));
        assertThat(stage()).isEqualTo(HouseholdStage.COLLECTED);
    }

    private void step10TheCollectorChecksAndTheHeadOfTheHouseholdConfirms() {
        HouseholdEvent confirmed = new Confirmed("e-4", household, world.now, VOLUNTEER, Confirmer.HEAD, answers);
        // Not before the collector has checked.
        assertThat(world.happen(FIRST, confirmed).reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.HOUSEHOLD_STAGE);
        happens(new Checked("e-3", household, world.now, VOLUNTEER));
        happens(confirmed);
        assertThat(stage()).isEqualTo(HouseholdStage.CONFIRMED);
        // Every household.
        assertThat(world.works.get(FIRST).unresolved()).isEmpty();
    }

    private void step12TheVillageCommitteeAndCommunityLeadersIssueTheCertificateOfTheVillage() {
        does(Command.report(next(), SYSTEM, world.works.get(FIRST).report()));
        does(Command.present(next(), FIRST, VOLUNTEER));
        does(Command.sign(next(), FIRST, COMMITTEE, ROLE_COMMITTEE));
        // Both the committee and the leaders.
        refused(Command.certify(next(), FIRST, COMMITTEE), RefusalCode.SIGNATURE_MISSING);
        does(Command.sign(next(), FIRST, LEADER, ROLE_LEADER));
        does(Command.certify(next(), FIRST, COMMITTEE));
        assertThat(papersOf(FIRST)).containsExactly(Paper.QUALITY_CERTIFICATE);
    }

    private void step13TheLocalAuthorityIsPresentedTheResultAndIssuesBothPapers() {
        refused(Command.present(next(), AUTHORITY, COMMITTEE), RefusalCode.WRONG_ROLE);
        does(Command.present(next(), AUTHORITY, COORDINATOR));
        // Its working group and those concerned check.
        ActorId concerned = ActorId.of("somebody-concerned");
        world.more.put(concerned, Set.of(ROLE_CONCERNED));
        does(Command.sign(next(), AUTHORITY, GROUP_A, ROLE_GROUP));
        does(Command.sign(next(), AUTHORITY, concerned, ROLE_CONCERNED));
        does(Command.certify(next(), AUTHORITY, GROUP_A));
        assertThat(papersOf(AUTHORITY)).containsExactlyInAnyOrderElementsOf(World.both());
        does(Command.submit(next(), AUTHORITY, COORDINATOR));
        does(Command.receive(next(), AUTHORITY, DISTRICT_CHIEF, World.both()));
    }

    private void step14ThePapersOfTheDistrictReachTheProvinceBy27February() {
        does(Command.present(next(), DISTRICT, DISTRICT_CHIEF));
        does(Command.sign(next(), DISTRICT, GROUP_D, ROLE_GROUP));
        does(Command.certify(next(), DISTRICT, GROUP_D));
        assertThat(papersOf(DISTRICT)).containsExactlyInAnyOrderElementsOf(World.both());
        does(Command.submit(next(), DISTRICT, DISTRICT_CHIEF));
        // Certified and sent is not there: the deadline is met when both papers have arrived.
        does(Command.receive(next(), DISTRICT, PROVINCIAL_CHIEF, Set.of(Paper.CONFIDENCE_SUMMARY)));
        assertThat(timeliness(DISTRICT)).isEqualTo(Board.Timeliness.DUE_SOON);
        refused(Command.present(next(), PROVINCE, PROVINCIAL_CHIEF), RefusalCode.CHILD_NOT_RECEIVED);
        does(Command.receive(next(), DISTRICT, PROVINCIAL_CHIEF, Set.of(Paper.QUALITY_CERTIFICATE)));
        assertThat(timeliness(DISTRICT)).isEqualTo(Board.Timeliness.ON_TIME);
    }

    private void step15ThePapersOfTheProvinceReachTheDepartmentBy30March() {
        // The province as a whole, and each district.
        world.otherQuality.put(PROVINCE, world.computed(PROVINCE));
        world.noQuality.add(DISTRICT);
        refused(Command.present(next(), PROVINCE, PROVINCIAL_CHIEF), RefusalCode.CHILD_RESULT_MISSING);
        world.noQuality.clear();
        does(Command.present(next(), PROVINCE, PROVINCIAL_CHIEF));
        does(Command.sign(next(), PROVINCE, GROUP_P, ROLE_GROUP));
        does(Command.certify(next(), PROVINCE, GROUP_P));
        assertThat(papersOf(PROVINCE)).containsExactlyInAnyOrderElementsOf(World.both());
        does(Command.submit(next(), PROVINCE, PROVINCIAL_CHIEF));
        does(Command.receive(next(), PROVINCE, DEPARTMENT, World.both()));
        assertThat(ledger.state().stage(PROVINCE)).isEqualTo(Stage.RECEIVED);
        assertThat(timeliness(PROVINCE)).isEqualTo(Board.Timeliness.ON_TIME);
    }

    private void anybodyCanFollowTheHouseholdUpToTheProvince() {
        InclusionProof proof =
                world.works.get(FIRST).proof(household).then(ledger.state().proof(FIRST, PROVINCE));
        Hash root = ledger.state().certificate(PROVINCE).orElseThrow().content().root();
        assertThat(proof.verify(Hash.of(answers), root)).isTrue();
    }

    private void on(String timeInBangkok) {
        world.now = OffsetDateTime.parse(timeInBangkok + ":59.999+07:00").toInstant();
    }

    private HouseholdStage stage() {
        return world.works.get(FIRST).stage(household);
    }

    private void happens(HouseholdEvent event) {
        World.must(world.happen(FIRST, event));
    }

    private String next() {
        return "c-" + ++commands;
    }

    private void does(Command command) {
        World.must(ledger.submit(command, world));
        world.state = ledger.state();
    }

    private void refused(Command command, RefusalCode reason) {
        assertThat(ledger.submit(command, world).reasons())
                .extracting(Refusal::code)
                .containsExactly(reason);
    }

    private Set<Paper> papersOf(AreaCode unit) {
        return ledger.state().certificate(unit).orElseThrow().content().papers();
    }

    private Board.Timeliness timeliness(AreaCode unit) {
        return Board.of(world.kernel, ledger.state(), world, Duration.ofDays(7)).rows().stream()
                .filter(row -> row.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .timeliness();
    }
}
