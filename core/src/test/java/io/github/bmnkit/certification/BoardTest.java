package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.Board.Timeliness;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.SurveyRounds;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Deadline FEBRUARY = SurveyRounds.bmn2569().deadlines().get(0);

    private static Instant bangkok(String local) {
        return OffsetDateTime.parse(local + "+07:00").toInstant();
    }

    private static Board.Row row(World world, AreaCode unit) {
        return Board.of(world.kernel, world.state, world, WEEK).rows().stream()
                .filter(row -> row.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    /** C21: whoever measures by the signature calls papers in time that are still on their way. */
    @Test
    void c21_aDeadlineIsMetWhenThePapersArriveNotWhenTheyAreSigned() {
        World world = World.of(1);
        world.certifyUpTo(AUTHORITY);
        world.certify(DISTRICT);
        assertThat(world.kernel.deadline(AreaLevel.DISTRICT)).contains(FEBRUARY);
        World.must(world.take(Command.submit("s", DISTRICT, World.DISTRICT_CHIEF)));
        World.must(world.take(
                Command.receive("r-1", DISTRICT, World.PROVINCIAL_CHIEF, Set.of(Paper.QUALITY_CERTIFICATE))));
        world.now = bangkok("2026-02-28T09:00:00");
        Instant signed = world.state.certificate(DISTRICT).orElseThrow().at();
        assertThat(FEBRUARY.isMetAt(signed)).isTrue();
        assertThat(row(world, DISTRICT).timeliness()).isEqualTo(Timeliness.OVERDUE);
        World.must(
                world.take(Command.receive("r-2", DISTRICT, World.PROVINCIAL_CHIEF, Set.of(Paper.CONFIDENCE_SUMMARY))));
        assertThat(row(world, DISTRICT).timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(row(world, FIRST).timeliness()).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void c21_timelinessIsAPureFunctionOfTheMoment() {
        Instant last = bangkok("2026-02-27T23:59:59.999");
        Instant after = bangkok("2026-02-28T00:00:00");
        assertThat(Timeliness.of(FEBRUARY, last, after.plus(WEEK), WEEK)).isEqualTo(Timeliness.ON_TIME);
        assertThat(Timeliness.of(FEBRUARY, after, after.plus(WEEK), WEEK)).isEqualTo(Timeliness.LATE);
        assertThat(Timeliness.of(FEBRUARY, null, last, WEEK)).isEqualTo(Timeliness.DUE_SOON);
        assertThat(Timeliness.of(FEBRUARY, null, after, WEEK)).isEqualTo(Timeliness.OVERDUE);
        assertThat(Timeliness.of(FEBRUARY, null, after.minus(WEEK), WEEK)).isEqualTo(Timeliness.DUE_SOON);
        assertThat(Timeliness.of(FEBRUARY, null, after.minus(WEEK).minusMillis(1), WEEK))
                .isEqualTo(Timeliness.ON_TIME);
        assertThat(Timeliness.of(null, null, after, WEEK)).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void everyUnitSaysWhatItWaitsForAndForWhom() {
        World world = World.of(1, 1);
        assertThat(row(world, FIRST).waitsFor()).isEqualTo(Step.REPORT);
        assertThat(row(world, FIRST).reasons()).extracting(Refusal::code).contains(RefusalCode.NOT_REPORTED);
        assertThat(row(world, AUTHORITY).waitsFor()).isNull();
        world.confirmAll(FIRST);
        world.report(FIRST);
        assertThat(row(world, FIRST).stage()).isEqualTo(Stage.READY);
        assertThat(world.kernel.stage(world.state, FIRST, world)).isEqualTo(Stage.READY);
        assertThat(row(world, FIRST).waitsOn()).containsExactly(World.ROLE_COORDINATOR, World.ROLE_VOLUNTEER);
        world.present(FIRST);
        World.must(world.take(Command.sign("s", FIRST, World.LEADER, World.ROLE_LEADER)));
        assertThat(row(world, FIRST).waitsFor()).isEqualTo(Step.SIGN);
        assertThat(row(world, FIRST).waitsOn()).containsExactly(World.ROLE_COMMITTEE);
        World.must(world.take(Command.sign("t", FIRST, World.COMMITTEE, World.ROLE_COMMITTEE)));
        assertThat(row(world, FIRST).waitsFor()).isEqualTo(Step.CERTIFY);
        World.must(world.take(Command.certify("u", FIRST, World.COMMITTEE)));
        assertThat(row(world, FIRST).waitsFor()).isEqualTo(Step.SUBMIT);
        world.send(FIRST);
        assertThat(row(world, FIRST).waitsFor()).isNull();
        world.certifyUpTo(SECOND);
        assertThat(row(world, AUTHORITY).waitsFor()).isEqualTo(Step.PRESENT);
        world.certify(AUTHORITY);
        World.must(world.take(Command.submit("v", AUTHORITY, World.COORDINATOR)));
        assertThat(row(world, AUTHORITY).waitsOn()).containsExactly(World.ROLE_DISTRICT_CHIEF);
        world.confirm(SECOND, 0, "corrected");
        world.report(SECOND);
        assertThat(row(world, AUTHORITY).lapsed()).isTrue();
        assertThat(row(world, AUTHORITY).reasons())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.CHILD_NOT_CERTIFIED);
        assertThat(world.kernel.allowed(world.state, World.COORDINATOR, world)).containsOnlyKeys(FIRST, SECOND);
        assertThat(world.kernel.allowed(world.state, SECOND, World.COORDINATOR, world))
                .containsExactly(Step.REPORT, Step.PRESENT);
    }
}
