package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.LEADER;
import static io.github.bmnkit.certification.World.ROLE_COMMITTEE;
import static io.github.bmnkit.certification.World.ROLE_COORDINATOR;
import static io.github.bmnkit.certification.World.ROLE_LEADER;
import static io.github.bmnkit.certification.World.VOLUNTEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.Appointment;
import io.github.bmnkit.fieldwork.Collector;
import io.github.bmnkit.fieldwork.FieldworkRecords;
import io.github.bmnkit.fieldwork.Term;
import io.github.bmnkit.fieldwork.WorkingGroup;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import io.github.bmnkit.testing.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The kernel decides about people as the records of the work have them. */
class RecordedFactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final FieldworkRecords RECORDS = records();

    private final World world = World.of(1);

    private static FieldworkRecords records() {
        FieldworkRecords.Basis basis =
                FieldworkRecords.Basis.bmn2569(Registers.read("""
                        village_code,village_name,tambon_code,tambon_name,district_code,district_name,province_code,local_authority_code,local_authority_name,local_authority_kind,households
                        36010101,บ้าน,360101,ตำบล,3601,อำเภอ,36,A1,องค์กร,อบต.,10
                        """).value());
        return FieldworkRecords.of(
                        basis,
                        List.of(
                                new Appointment(
                                        COORDINATOR, ROLE_COORDINATOR, Set.of(TambonCode.of("360101")), Term.from(DAY)),
                                new Collector(VOLUNTEER, Set.of(FIRST), Term.from(DAY), null, null),
                                new WorkingGroup(
                                        FIRST,
                                        new WorkingGroup.Order("7/2568", DAY.minusDays(9), "อำเภอ"),
                                        null,
                                        List.of(
                                                new Member(
                                                        COMMITTEE,
                                                        Set.of(ROLE_COMMITTEE),
                                                        Term.of(DAY, DAY.plusDays(1))),
                                                new Member(LEADER, Set.of(ROLE_LEADER), Term.from(DAY))))),
                        DAY)
                .value();
    }

    private Facts facts(Instant now) {
        return Facts.of(now, RECORDS, world::quality);
    }

    private Decision<CertificationEvent> take(Command command, Instant now) {
        Decision<CertificationEvent> decision = world.kernel.decide(world.state, command, facts(now));
        decision.events().forEach(event -> world.state = world.kernel.evolve(world.state, event));
        return decision;
    }

    @Test
    void aVillageIsCertifiedByThoseOnRecordAndByNobodyElse() {
        world.confirmAll(FIRST);
        world.report(FIRST);
        Instant now = world.now;
        assertThat(take(Command.present("1", FIRST, COMMITTEE), now).reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.WRONG_ROLE);
        assertThat(take(Command.present("2", FIRST, VOLUNTEER), now).isAccepted())
                .isTrue();
        assertThat(take(Command.sign("3", FIRST, COMMITTEE, ROLE_COMMITTEE), now)
                        .isAccepted())
                .isTrue();
        assertThat(take(Command.sign("4", FIRST, LEADER, ROLE_LEADER), now).isAccepted())
                .isTrue();
        assertThat(take(Command.certify("5", FIRST, LEADER), now).isAccepted()).isTrue();
        assertThat(world.state.stage(FIRST)).isEqualTo(Stage.CERTIFIED);
    }

    /** The term ends with 12 January in Bangkok, which is 17:00 in Greenwich. */
    @Test
    void aTermEndsAtMidnightInBangkok() {
        world.confirmAll(FIRST);
        world.report(FIRST);
        Instant midnight = Instant.parse("2026-01-12T17:00:00Z");
        world.present(FIRST);
        Command sign = Command.sign("3", FIRST, COMMITTEE, ROLE_COMMITTEE);
        assertThat(world.kernel.decide(world.state, sign, facts(midnight)).reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.WRONG_ROLE);
        assertThat(world.kernel
                        .decide(world.state, sign, facts(midnight.minusNanos(1)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void delegationsAreTheHosts() {
        Facts.Delegation delegation = new Facts.Delegation(LEADER, ActorId.of("x"), ROLE_LEADER, DAY, DAY.plusDays(1));
        Facts facts = Facts.of(world.now, RECORDS, world::quality, unit -> List.of(delegation));
        assertThat(facts.delegations(FIRST)).containsExactly(delegation);
        assertThat(facts(world.now).delegations(FIRST)).isEmpty();
        assertThat(facts.quality(FIRST)).isEqualTo(world.quality(FIRST));
    }
}
