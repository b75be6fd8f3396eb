package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfidenceSummaryProperties {
    private static final Instant AFTER_THE_DISTRICTS_DEADLINE = Instant.parse("2026-02-27T17:00:00Z");

    /** What one village of a country has, as plain numbers. */
    private record Count(long target, long confirmed, long hard, long decided, long soft, long asked, long accepted) {}

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    /**
     * C20: whatever the country, each line of every summary is what a loop over the villages beneath counts, and the lines
     * add up to the total.
     */
    @Property(tries = 60)
    void c20_itsFiguresAreThoseOfARecomputation(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = new World(CertificationDefinitions.bmn2569(), register.tree(AreaView.CERTIFYING), Share.of(1, 1));
        Map<AreaCode, Count> counts = new HashMap<>();
        for (AreaCode area : world.state.tree().areas(AreaLevel.VILLAGE)) {
            VillageCode village = (VillageCode) area;
            int target = random.nextInt(4);
            world.list(village, target);
            int confirmed = random.nextInt(target + 1);
            for (int h = 0; h < confirmed; h++) {
                world.confirm(village, h, "answers");
            }
            world.report(village);
            long decided = random.nextInt(500);
            long hard = random.nextLong(decided + 1);
            long asked = random.nextInt(500);
            long soft = random.nextLong(asked + 1);
            long accepted = random.nextLong(soft + 1);
            counts.put(village, new Count(target, confirmed, hard, decided, soft, asked, accepted));
            world.otherQuality.put(
                    village,
                    world.computed(village)
                            .withEdits(Share.of(hard, decided), Share.of(soft, asked), accepted, List.of()));
        }
        int several = 0;
        for (AreaLevel level : List.of(AreaLevel.LOCAL_AUTHORITY, AreaLevel.DISTRICT, AreaLevel.PROVINCE)) {
            for (AreaCode unit : world.state.tree().areas(level)) {
                ConfidenceSummary summary = ConfidenceSummary.of(world.kernel, world.state, unit, world)
                        .value();
                same(summary.total(), unit, world, counts);
                assertThat(summary.parts())
                        .extracting(ConfidenceSummary.Line::unit)
                        .containsExactlyElementsOf(world.state.tree().children(unit));
                for (ConfidenceSummary.Line part : summary.parts()) {
                    same(part, part.unit(), world, counts);
                }
                several += summary.parts().size() > 1 ? 1 : 0;
                leavingOneOutIsNoSummary(summary);
            }
        }
        Cases.met("several units in one", several > 0);
        Cases.met("open households", counts.values().stream().anyMatch(each -> each.confirmed() < each.target()));
        Cases.met("a village without households", counts.values().stream().anyMatch(each -> each.target() == 0));
        Cases.met(
                "several provinces",
                world.state.tree().areas(AreaLevel.PROVINCE).size() > 1);
    }

    private static void same(ConfidenceSummary.Line line, AreaCode unit, World world, Map<AreaCode, Count> counts) {
        long[] sums = new long[7];
        for (AreaCode village : villages(unit, world)) {
            Count count = counts.get(village);
            sums[0] += count.target();
            sums[1] += count.confirmed();
            sums[2] += count.hard();
            sums[3] += count.decided();
            sums[4] += count.soft();
            sums[5] += count.asked();
            sums[6] += count.accepted();
        }
        assertThat(line.figures()).isEqualTo(new Figures(sums[0], sums[1], sums[1]));
        assertThat(line.hardEdits()).isEqualTo(Share.of(sums[2], sums[3]));
        assertThat(line.softEdits()).isEqualTo(Share.of(sums[4], sums[5]));
        assertThat(line.acceptedSoftEdits()).isEqualTo(sums[6]);
        assertThat(line.root()).isEqualTo(world.state.root(unit));
    }

    private static List<AreaCode> villages(AreaCode unit, World world) {
        if (unit.level() == AreaLevel.VILLAGE) {
            return List.of(unit);
        }
        List<AreaCode> all = new ArrayList<>();
        world.state.tree().children(unit).forEach(child -> all.addAll(villages(child, world)));
        return all;
    }

    /** Negative control: a total without one of its parts. */
    private static void leavingOneOutIsNoSummary(ConfidenceSummary summary) {
        List<ConfidenceSummary.Line> fewer =
                summary.parts().subList(1, summary.parts().size());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfidenceSummary(summary.total(), fewer, summary.late(), summary.at()));
    }

    private static List<String> codes(World world, AreaCode unit) {
        Reading<ConfidenceSummary> reading = ConfidenceSummary.of(world.kernel, world.state, unit, world);
        assertThat(reading.optional()).isEmpty();
        return reading.findings().stream()
                .map(Finding::code)
                .map(code -> code.id())
                .toList();
    }

    @Example
    void factsThatAreMissingOldOrDoNotAddUpGiveNoSummary() {
        World world = World.of(1, 2);
        world.certifyUpTo(AUTHORITY);
        assertThat(ConfidenceSummary.of(world.kernel, world.state, AUTHORITY, world)
                        .findings())
                .isEmpty();
        QualityFacts total = world.computed(AUTHORITY);
        world.otherQuality.put(AUTHORITY, total.withEdits(Share.of(0, 1), Share.of(0, 0), 0, List.of()));
        assertThat(codes(world, AUTHORITY)).containsExactly("summary.not-the-sum");
        world.confirm(FIRST, 0, "corrected");
        world.noQuality.add(SECOND);
        assertThat(codes(world, AUTHORITY))
                .containsExactly("certification.quality-of-other-data", "certification.quality-missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceSummary.of(world.kernel, world.state, FIRST, world));
    }

    /** C21: at midnight in Bangkok after the last day the district is late, whether its papers come later or never. */
    @Example
    void c21_lateIsWhoseArrivalMissedTheDeadline() {
        World world = World.of(1);
        world.certifyUpTo(AUTHORITY);
        world.certify(DISTRICT);
        world.now = AFTER_THE_DISTRICTS_DEADLINE.minusMillis(1);
        assertThat(late(world)).isEqualTo(Share.of(0, 1));
        world.now = AFTER_THE_DISTRICTS_DEADLINE;
        assertThat(late(world)).isEqualTo(Share.of(1, 1));
        world.send(DISTRICT);
        assertThat(late(world)).isEqualTo(Share.of(1, 1));
        World inTime = World.of(1);
        inTime.certifyUpTo(DISTRICT);
        inTime.now = AFTER_THE_DISTRICTS_DEADLINE;
        assertThat(late(inTime)).isEqualTo(Share.of(0, 1));
        assertThat(ConfidenceSummary.of(inTime.kernel, inTime.state, DISTRICT, inTime)
                        .value()
                        .late())
                .isEqualTo(Share.of(0, 0));
    }

    private static Share late(World world) {
        return ConfidenceSummary.of(world.kernel, world.state, PROVINCE, world)
                .value()
                .late();
    }

    @Example
    void theJsonIsCanonicalAndNamesNoHousehold() {
        World world = World.of(1);
        world.certifyUpTo(AUTHORITY);
        String json = ConfidenceSummary.of(world.kernel, world.state, AUTHORITY, world)
                .value()
                .toJson();
        String root = world.state.root(AUTHORITY).toString();
        assertThat(json)
                .isEqualTo("{\"acceptedSoftEdits\":0,\"at\":\"2026-01-12T02:00:00Z\",\"figures\":[1,1,1],"
                        + "\"hardEdits\":[0,0],\"late\":[0,0],\"level\":\"LOCAL_AUTHORITY\",\"parts\":["
                        + "{\"acceptedSoftEdits\":0,\"figures\":[1,1,1],\"hardEdits\":[0,0],\"level\":\"VILLAGE\","
                        + "\"root\":\"" + root
                        + "\",\"softEdits\":[0,0],\"stage\":\"RECEIVED\",\"unit\":\"36010101\"}],"
                        + "\"root\":\"" + root + "\",\"softEdits\":[0,0],\"stage\":\"RECEIVED\",\"unit\":\"3601/A1\"}");
    }
}
