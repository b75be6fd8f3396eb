package io.github.bmnkit.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.TargetList;
import io.github.bmnkit.quota.TargetList.Rule;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.testing.BrokenInputStream;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProgressProperties {
    @Provide
    Arbitrary<FieldSeason> seasons() {
        return FieldSeason.any();
    }

    @Property(tries = 300)
    void g01_theShareLiesBetween0And1AndIs1OnlyIfEveryVillageIsFull(@ForAll("seasons") FieldSeason season) {
        ProgressSnapshot snapshot = season.snapshot();
        boolean capFails = false;
        boolean full = false;
        for (AreaCode area : season.areas()) {
            Figures figures = snapshot.figures(area);
            boolean everyBucket = season.villages(area).stream()
                    .allMatch(village -> season.plan().plan().periods().stream()
                            .allMatch(
                                    period -> snapshot.figures(village, period).isFull()));
            assertThat(figures.share()).isEqualTo(Share.of(figures.done(), figures.target()));
            assertThat(figures.isFull()).isEqualTo(everyBucket);
            // The wrong way: over-collection in one village fills what another lacks.
            capFails |= (figures.counted() >= figures.target()) != everyBucket;
            full |= everyBucket && figures.target() > 0;
        }
        Cases.met("a full area", full);
        Cases.met("over", snapshot.figures(CountryCode.THAILAND).over() > 0);
        Cases.met("capping by area fails", capFails);
    }

    @Property(tries = 300)
    void g02_orderRepeatsAndPartitionMakeNoDifference(@ForAll("seasons") FieldSeason season, @ForAll Random random) {
        ProgressSnapshot expected = season.snapshot();
        List<HouseholdEvent> again = season.again(random);
        assertThat(season.snapshot(again)).isEqualTo(expected).hasSameHashCodeAs(expected);

        List<List<HouseholdEvent>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        again.forEach(event -> parts.get(random.nextInt(3)).add(event));
        List<ProgressSnapshot> snapshots = new ArrayList<>();
        for (List<HouseholdEvent> part : parts) {
            ProgressCount count = season.count();
            part.forEach(event -> assertThat(count.add(event)).isEmpty());
            snapshots.add(count.snapshot());
        }
        ProgressCount lists = season.count();
        season.lists().values().forEach(lists::list);
        snapshots.add(lists.snapshot());
        Collections.shuffle(snapshots, random);
        ProgressSnapshot left =
                snapshots.get(0).merge(snapshots.get(1)).merge(snapshots.get(2)).merge(snapshots.get(3));
        ProgressSnapshot right =
                snapshots.get(0).merge(snapshots.get(1).merge(snapshots.get(2).merge(snapshots.get(3))));
        assertThat(left).isEqualTo(expected).isEqualTo(right);
        for (AreaCode area : season.areas()) {
            assertThat(left.figures(area)).isEqualTo(expected.figures(area));
        }
        // The wrong ways: events counted instead of households, and the event that arrives last decides.
        long events = again.stream()
                .filter(event -> NaiveProgress.counts(event, season.measure()))
                .count();
        Map<HouseholdId, HouseholdEvent> last = new HashMap<>();
        again.forEach(event -> last.put(event.household(), event));
        long byArrival = last.values().stream()
                .filter(event -> NaiveProgress.counts(event, season.measure()))
                .count();
        long counted = expected.figures(CountryCode.THAILAND).counted();
        Cases.met("counting events is wrong", events != counted);
        Cases.met("the last arrival is wrong", byArrival != counted);
        Cases.met("repeats", again.size() > season.events().size());
    }

    @Property(tries = 300)
    void g03_aRejectionAfterAnAcceptanceTakesBackExactlyOne(
            @ForAll("seasons") FieldSeason season, @ForAll Random random) {
        ProgressSnapshot before = season.snapshot();
        List<HouseholdId> done = new ArrayList<>();
        season.households()
                .forEach((village, households) -> households.stream()
                        .filter(household -> before.isDone(village, household))
                        .forEach(done::add));
        Cases.met("something to take back", !done.isEmpty());
        if (done.isEmpty()) {
            return;
        }
        HouseholdId one = done.get(random.nextInt(done.size()));
        VillageCode village = season.village(one).orElseThrow();
        List<HouseholdEvent> events = new ArrayList<>(season.events());
        events.add(FieldSeason.event(3, "back", one, FieldSeason.AT.minusSeconds(1)));
        ProgressSnapshot after = season.snapshot(events);
        events.add(FieldSeason.confirmed("again", one, FieldSeason.AT));
        ProgressSnapshot restored = season.snapshot(events);
        for (AreaCode area : season.areas()) {
            long taken = season.villages(area).contains(village) ? 1 : 0;
            assertThat(after.figures(area).counted())
                    .isEqualTo(before.figures(area).counted() - taken);
            assertThat(restored.figures(area)).isEqualTo(before.figures(area));
        }
        // The wrong way: once accepted is for ever.
        long ever = events.stream()
                .filter(event -> NaiveProgress.counts(event, season.measure()))
                .map(HouseholdEvent::household)
                .distinct()
                .count();
        Cases.met(
                "what is accepted once is not for ever",
                ever != after.figures(CountryCode.THAILAND).counted());
    }

    @Property(tries = 300)
    void g04_figuresAddUpAtEveryNodeOfBothViewsAndAgreeWithTheNaiveWay(@ForAll("seasons") FieldSeason season) {
        ProgressSnapshot snapshot = season.snapshot();
        NaiveProgress naive = new NaiveProgress(season, season.events());
        for (AreaCode area : season.areas()) {
            Figures figures = snapshot.figures(area);
            assertThat(figures).isEqualTo(naive.figures(area));
            assertThat(figures.counted() + figures.remaining()).isEqualTo(figures.target() + figures.over());
            long byPeriod = 0;
            for (Period period : season.plan().plan().periods()) {
                Figures part = snapshot.figures(area, period);
                assertThat(part.done()).isEqualTo(naive.done(area, period));
                assertThat(part.counted() + part.remaining()).isEqualTo(part.target() + part.over());
                byPeriod += part.done();
            }
            assertThat(byPeriod).isEqualTo(figures.done());
        }
        Figures all = snapshot.figures(CountryCode.THAILAND);
        Cases.met("without data", all.withoutData() > 0);
        Cases.met("a list", !season.lists().isEmpty());
        Cases.met("no list", season.lists().isEmpty());
    }

    static byte[] json(ProgressSnapshot snapshot) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            snapshot.writeJson(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Reading<ProgressSnapshot> read(FieldSeason season, byte[] bytes) {
        return ProgressSnapshot.readJson(season.plan(), new ByteArrayInputStream(bytes));
    }

    @Property(tries = 300)
    void r01_whatWasWrittenIsReadBackAndMergesOn(@ForAll("seasons") FieldSeason season, @ForAll Random random) {
        ProgressSnapshot snapshot = season.snapshot();
        Reading<ProgressSnapshot> reading = read(season, json(snapshot));
        assertThat(reading).isEqualTo(Reading.of(snapshot));
        assertThat(json(reading.value())).isEqualTo(json(season.snapshot(season.again(random))));
        assertThat(reading.value().merge(snapshot)).isEqualTo(snapshot);
        assertThat(new String(json(snapshot), UTF_8)).doesNotContain("H3601");
    }

    @Property(tries = 300)
    void r02_oneByteChangedGivesAFindingAnotherSnapshotOrTheSameAndNeverAnException(
            @ForAll("seasons") FieldSeason season, @ForAll Random random) {
        byte[] whole = json(season.snapshot());
        boolean found = false;
        for (int i = 0; i < 10; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Reading<ProgressSnapshot> reading = read(season, bytes);
            assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
            found |= reading.hasErrors();
        }
        Cases.met("something is found", found);
        Reading<ProgressSnapshot> cut = read(season, Arrays.copyOf(whole, random.nextInt(whole.length - 1)));
        assertThat(cut.hasErrors()).isTrue();
    }

    private static final FieldSeason SMALL = small();

    /** Two villages of three households, with a target of two each, one for each period. */
    private static FieldSeason small() {
        String csv = Registers.HEADER
                + "36010101,บ้านหนึ่ง,360101,ตำบล,3601,อำเภอ,36,A1,อบต.,อบต.,3,1\n"
                + "36010102,บ้านสอง,360101,ตำบล,3601,อำเภอ,36,A1,อบต.,อบต.,3,1\n"
                + "36010103,บ้านสาม,360101,ตำบล,3601,อำเภอ,36,A1,อบต.,อบต.,0,1\n";
        Map<VillageCode, List<HouseholdId>> households = Map.of(
                VillageCode.of("36010101"), List.of(HouseholdId.of("A1"), HouseholdId.of("A2"), HouseholdId.of("A3")),
                VillageCode.of("36010102"), List.of(HouseholdId.of("B1"), HouseholdId.of("B2"), HouseholdId.of("B3")));
        return new FieldSeason(
                FieldSeason.confirmed(Registers.read(csv).value(), 2, 2),
                households,
                Map.of(),
                List.of(
                        FieldSeason.confirmed("1", HouseholdId.of("A1"), FieldSeason.START),
                        FieldSeason.confirmed("2", HouseholdId.of("A1"), FieldSeason.START.plusSeconds(1))),
                Measure.CONFIRMED);
    }

    private static String small(String village) {
        return new String(json(SMALL.snapshot()), UTF_8).lines().findFirst().orElseThrow() + "\n" + village + "\n";
    }

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream()
                .map(finding -> finding.code().id() + " " + finding.place())
                .toList();
    }

    @Example
    void everythingWrongWithASnapshotIsFoundWithItsPlace() {
        String key = "0123456789abcdef";
        Map<String, List<String>> cases = new HashMap<>();
        cases.put(
                "{\"village\":\"36010101\",\"listed\":true,\"households\":{}}",
                List.of("progress.other-list line 2, area 36010101", "progress.village-count "));
        cases.put(
                "{\"village\":\"36019999\",\"listed\":false,\"households\":{}}",
                List.of("progress.no-target line 2, area 36019999", "progress.village-count "));
        cases.put(
                "{\"village\":\"36010101\",\"listed\":false,\"households\":{\"" + key + "\":{\"due\":\"p1\"}}}",
                List.of("progress.other-list line 2, area 36010101", "progress.village-count "));
        cases.put(
                "{\"village\":\"36010101\",\"listed\":false,\"households\":{\"ABCDEF0123456789\":{}}}",
                List.of("progress.household-key area 36010101"));
        cases.put(
                "{\"village\":\"36010101\",\"listed\":false,\"households\":{\"" + key
                        + "\":{\"data\":4,\"counted\":5}}}",
                List.of("progress.household-state line 2, column 71, /households/" + key, "progress.village-count "));
        cases.put(
                "{\"village\":\"36010101\",\"listed\":false,\"households\":{\"" + key
                        + "\":{\"due\":\"q9\",\"data\":9000000000000000}}}",
                List.of(
                        "json.not-allowed line 2, column 78, /households/" + key + "/due",
                        "json.out-of-range line 2, column 90, /households/" + key + "/data",
                        "progress.village-count "));
        cases.forEach((line, expected) -> assertThat(
                        codes(read(SMALL, small(line).getBytes(UTF_8))))
                .as(line)
                .isEqualTo(expected));
        String good = "{\"village\":\"36010101\",\"listed\":false,\"households\":{}}";
        assertThat(codes(read(SMALL, (small(good) + good + "\n").getBytes(UTF_8))))
                .containsExactly("progress.village-twice line 3, area 36010101");
        assertThat(codes(read(SMALL, small(good).replace("-1\"", "-2\"").getBytes(UTF_8))))
                .containsExactly("progress.other-format line 1, column 1, /");
        assertThat(codes(read(
                        SMALL,
                        small(good)
                                .replaceFirst("\"at\":\"[^\"]+\"", "\"at\":\"today\"")
                                .getBytes(UTF_8))))
                .hasSize(1)
                .allMatch(code -> code.startsWith("json.wrong-type line 1"));
        assertThat(codes(read(
                        SMALL,
                        small(good)
                                .replaceFirst("\"plan\":\"....", "\"plan\":\"0000")
                                .getBytes(UTF_8))))
                .containsExactly("progress.other-plan line 1, column 1, /");
        assertThat(codes(read(SMALL, new byte[0]))).containsExactly("document.empty ");
        assertThat(ProgressSnapshot.readJson(SMALL.plan(), new BrokenInputStream())
                        .findings())
                .extracting(finding -> finding.code().id())
                .contains("document.unreadable");
    }

    @Example
    void eventsThatCannotBeCountedAreFoundAndLaterOnesAreLeftOut() {
        ProgressCount count = ProgressCount.of(SMALL.plan(), FieldSeason.AT, household -> switch (household.value()) {
            case "X" -> Optional.empty();
            case "Y" -> Optional.of(VillageCode.of("36019999"));
            default -> Optional.of(VillageCode.of("36010103"));
        });
        assertThat(count.add(FieldSeason.confirmed("1", HouseholdId.of("X"), FieldSeason.AT)))
                .map(Finding::toString)
                .contains("ERROR progress.unknown-household: Household X is not registered; its event is not counted");
        assertThat(count.add(FieldSeason.confirmed("1", HouseholdId.of("Y"), FieldSeason.AT)))
                .map(finding -> finding.message(Text.THAI))
                .contains("หมู่บ้าน 36019999 ไม่มีเป้าหมายในแผน จึงไม่นับ");
        assertThat(count.add(FieldSeason.confirmed("1", HouseholdId.of("Z"), FieldSeason.AT.plusNanos(1))))
                .isEmpty();
        assertThat(count.snapshot().figures(CountryCode.THAILAND)).isEqualTo(new Figures(4, 0, 0, 0));
        assertThat(count.add(FieldSeason.confirmed("1", HouseholdId.of("Z"), FieldSeason.AT)))
                .isEmpty();
        assertThat(count.snapshot().figures(CountryCode.THAILAND)).isEqualTo(new Figures(4, 0, 1, 0));
        assertThat(count).hasToString("ProgressCount[CONFIRMED, at=2026-11-02T02:16:40Z, villages=1]");
    }

    @Example
    void aVillageThatOutgrowsItsTableLosesNobody() {
        ProgressCount count =
                ProgressCount.of(SMALL.plan(), FieldSeason.AT, any -> Optional.of(VillageCode.of("36010101")));
        count.list(list("A1", "A2"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(count.add(FieldSeason.confirmed("e" + i, HouseholdId.of("N" + i), FieldSeason.AT)))
                    .isEmpty();
        }
        count.add(FieldSeason.confirmed("a", HouseholdId.of("A2"), FieldSeason.AT));
        assertThat(count.snapshot().figures(CountryCode.THAILAND)).isEqualTo(new Figures(4, 1, 1_000, 0));
    }

    private static TargetList list(String... route) {
        List<HouseholdId> households =
                List.of(route).stream().map(HouseholdId::of).toList();
        return TargetList.along(SMALL.plan().plan(), VillageCode.of("36010101"), households, Rule.FIRST_ALONG_ROUTE)
                .value();
    }

    @Example
    void aListOfAnotherPlanASecondListAndAnotherMomentAreRefused() {
        ProgressCount count = SMALL.count().list(list("A1", "A2"));
        assertThat(count.list(list("A1", "A2"))).isSameAs(count);
        assertThatIllegalArgumentException().isThrownBy(() -> count.list(list("A1", "A3")));
        FieldSeason other = new FieldSeason(
                FieldSeason.confirmed(SMALL.plan().register(), 4, 2),
                SMALL.households(),
                Map.of(),
                SMALL.events(),
                Measure.CONFIRMED);
        assertThatIllegalArgumentException().isThrownBy(() -> other.count().list(list("A1", "A2")));
        assertThatIllegalArgumentException().isThrownBy(() -> other.snapshot().merge(SMALL.snapshot()));
        ProgressCount second = SMALL.count().list(list("A1", "A3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> second.snapshot().merge(count.snapshot()))
                .withMessageContaining("two target lists of 36010101");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SMALL.snapshot().figures(CountryCode.THAILAND, new Period("q9", Text.of("เก้า", "nine"))));
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.snapshot().figures(VillageCode.of("36019999")));
        assertThat(SMALL.snapshot())
                .hasToString("ProgressSnapshot[CONFIRMED, at=2026-11-02T02:16:40Z, "
                        + "Figures[target=4, done=1, over=0, withoutData=0]]");
        assertThat(Measure.CHECKED.text().th()).isEqualTo("ตรวจสอบแล้ว");
        assertThat(SMALL.snapshot().isDone(VillageCode.of("36010102"), HouseholdId.of("A1")))
                .isFalse();
    }
}
