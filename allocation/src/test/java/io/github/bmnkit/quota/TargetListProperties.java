package io.github.bmnkit.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.TargetList.Entry;
import io.github.bmnkit.quota.TargetList.Rule;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.testing.BrokenInputStream;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TargetListProperties {
    private static final VillageCode ONE = VillageCode.of("36010101");
    private static final VillageCode TWO = VillageCode.of("36010102");
    private static final VillageCode THREE = VillageCode.of("36010103");

    /** A plan for a few villages, and their households: the id tells the village. */
    record Season(QuotaPlan plan, Map<VillageCode, List<HouseholdId>> routes) {
        Optional<VillageCode> villageOf(HouseholdId household) {
            return routes.entrySet().stream()
                    .filter(route -> route.getValue().contains(household))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        List<TargetList> lists(Rule rule) {
            return routes.keySet().stream()
                    .map(village -> TargetList.along(plan, village, routes.get(village), rule)
                            .value())
                    .toList();
        }

        TargetLists reader() {
            return TargetLists.of(plan, this::villageOf);
        }
    }

    @Provide
    Arbitrary<Season> seasons() {
        return Arbitraries.randoms().map(TargetListProperties::season);
    }

    private static Season season(Random random) {
        int[] households = random.ints(1 + random.nextInt(4), 0, 30).toArray();
        AreaRegister register = Villages.register(IntStream.range(0, households.length)
                .mapToObj(i -> (36010101 + i) + " " + households[i])
                .toArray(String[]::new));
        long total = random.nextInt(Arrays.stream(households).sum() + 1);
        long first = random.nextInt((int) total + 1);
        Map<VillageCode, List<HouseholdId>> routes = new LinkedHashMap<>();
        for (int i = 0; i < households.length; i++) {
            String prefix = random.nextInt(5) == 0 ? "บ้าน, \"" + i : "H" + i + "-";
            List<HouseholdId> route = new ArrayList<>(IntStream.range(0, households[i])
                    .mapToObj(h -> HouseholdId.of(prefix + h))
                    .toList());
            Collections.shuffle(route, random);
            routes.put(new VillageCode(36010101 + i), route);
        }
        return new Season(Villages.plan(register, first, total - first), routes);
    }

    @Property
    void t02b_aRuleGivesEveryVillageExactlyItsTargetForEachPeriod(@ForAll("seasons") Season season, @ForAll Rule rule) {
        for (TargetList list : season.lists(rule)) {
            for (Period period : season.plan().periods()) {
                assertThat(list.byPeriod().get(period))
                        .hasSize((int) season.plan().target(list.village(), period))
                        .isSorted();
                assertThat(list.byPeriod().get(period))
                        .allMatch(
                                each -> list.period(each).filter(period::equals).isPresent());
            }
            assertThat(new HashSet<>(list.households())).hasSize(list.size());
            assertThat(season.routes().get(list.village())).containsAll(list.households());
        }
    }

    @Property
    void theFirstAlongTheRouteAreAnIntervalAndThoseOfAPeriodAreToo(@ForAll("seasons") Season season) {
        for (TargetList list : season.lists(Rule.FIRST_ALONG_ROUTE)) {
            List<HouseholdId> route = season.routes().get(list.village());
            int from = 0;
            for (List<HouseholdId> part : list.byPeriod().values()) {
                assertThat(route.subList(from, from + part.size())).containsExactlyInAnyOrderElementsOf(part);
                from += part.size();
            }
        }
    }

    @Property
    void whatIsChosenEvenlyIsWithinOneOfItsShareOnEveryPieceOfTheRoute(@ForAll("seasons") Season season) {
        boolean stepsFail = false;
        for (TargetList list : season.lists(Rule.EVENLY_ALONG_ROUTE)) {
            List<HouseholdId> route = season.routes().get(list.village());
            int step = Math.max(1, route.size() / Math.max(1, list.size()));
            for (int m = 0, chosen = 0; m < route.size(); m++) {
                chosen += list.period(route.get(m)).isPresent() ? 1 : 0;
                long off = (long) chosen * route.size() - (long) (m + 1) * list.size();
                assertThat(Math.abs(off)).isLessThan(route.size());
                // The wrong way: every so-and-so-many-th household, which never reaches the end of the route.
                long byStep = Math.min(list.size(), m / step + 1);
                stepsFail |= Math.abs(byStep * route.size() - (long) (m + 1) * list.size()) >= route.size();
            }
        }
        Cases.met("steps of the same size are not even", stepsFail);
    }

    @Property
    void t02b_whatTheHostChoseIsCountedAndEveryFaultIsFound(@ForAll("seasons") Season season, @ForAll Random random) {
        TargetList list = season.lists(Rule.EVENLY_ALONG_ROUTE).get(0);
        List<Entry> chosen = new ArrayList<>(list.entries().toList());
        Collections.shuffle(chosen, random);
        assertThat(TargetList.of(season.plan(), list.village(), chosen, season::villageOf))
                .isEqualTo(Reading.of(list));
        Period period = season.plan().periods().get(random.nextInt(2));
        TargetFinding expected;
        switch (random.nextInt(4)) {
            case 0 -> {
                chosen.add(new Entry(HouseholdId.of("nobody"), period));
                expected = TargetFinding.LIST_UNKNOWN_HOUSEHOLD;
            }
            case 1 -> {
                chosen.add(chosen.isEmpty() ? new Entry(HouseholdId.of("x"), period) : chosen.get(0));
                expected = chosen.size() == 1 ? TargetFinding.LIST_UNKNOWN_HOUSEHOLD : TargetFinding.LIST_TWICE;
            }
            case 2 -> {
                Optional<HouseholdId> foreign = season.routes().entrySet().stream()
                        .filter(route -> !route.getKey().equals(list.village()))
                        .flatMap(route -> route.getValue().stream())
                        .findFirst();
                chosen.add(new Entry(foreign.orElse(HouseholdId.of("x")), period));
                expected =
                        foreign.isPresent() ? TargetFinding.LIST_OTHER_VILLAGE : TargetFinding.LIST_UNKNOWN_HOUSEHOLD;
            }
            default -> {
                Optional<HouseholdId> more = season.routes().get(list.village()).stream()
                        .filter(each -> list.period(each).isEmpty())
                        .findFirst();
                if (more.isPresent()) {
                    chosen.add(new Entry(more.get(), period));
                    expected = TargetFinding.LIST_LONG;
                } else if (!chosen.isEmpty()) {
                    chosen.remove(0);
                    expected = TargetFinding.LIST_SHORT;
                } else {
                    return;
                }
            }
        }
        Reading<TargetList> reading = TargetList.of(season.plan(), list.village(), chosen, season::villageOf);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(expected);
        for (TargetFinding each : List.of(
                TargetFinding.LIST_UNKNOWN_HOUSEHOLD,
                TargetFinding.LIST_TWICE,
                TargetFinding.LIST_OTHER_VILLAGE,
                TargetFinding.LIST_LONG)) {
            Cases.met(each.name(), expected == each);
        }
    }

    private static byte[] csv(List<TargetList> lists) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TargetLists.writeCsv(lists.iterator(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] json(List<TargetList> lists) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TargetLists.writeJson(lists.iterator(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What was read: lists, and all findings. */
    private static final class Read {
        final Map<VillageCode, Reading<TargetList>> byVillage = new LinkedHashMap<>();
        List<Finding> rest = List.of();

        List<TargetList> lists() {
            return byVillage.values().stream()
                    .flatMap(each -> each.optional().stream())
                    .toList();
        }

        List<String> codes() {
            List<Finding> all = new ArrayList<>();
            byVillage.values().forEach(each -> all.addAll(each.findings()));
            all.addAll(rest);
            return all.stream()
                    .map(finding -> finding.code().id() + " " + finding.place())
                    .toList();
        }
    }

    private static Read readCsv(TargetLists reader, byte[] bytes) {
        Read read = new Read();
        read.rest = reader.readCsv(
                new ByteArrayInputStream(bytes),
                (village, each) -> assertThat(read.byVillage.put(village, each)).isNull());
        return read;
    }

    private static Read readJson(TargetLists reader, byte[] bytes) {
        Read read = new Read();
        read.rest = reader.readJson(
                new ByteArrayInputStream(bytes),
                (village, each) -> assertThat(read.byVillage.put(village, each)).isNull());
        return read;
    }

    @Property(tries = 300)
    void r01_whatWasWrittenIsReadBack(@ForAll("seasons") Season season, @ForAll Rule rule) {
        List<TargetList> lists = season.lists(rule);
        List<TargetList> some = lists.stream().filter(list -> list.size() > 0).toList();
        Read read = readCsv(season.reader(), csv(lists));
        assertThat(read.lists()).isEqualTo(some);
        assertThat(read.codes()).isEmpty();
        Read fromJson = readJson(season.reader(), json(lists));
        assertThat(fromJson.lists()).isEqualTo(lists);
        assertThat(fromJson.codes()).isEmpty();
        Cases.met("a village without target", some.size() < lists.size());
    }

    @Property(tries = 300)
    void r02_oneByteChangedGivesAFindingOrAnotherListOrTheSameAndNeverAnException(
            @ForAll("seasons") Season season, @ForAll Random random) {
        List<TargetList> lists = season.lists(Rule.FIRST_ALONG_ROUTE);
        List<TargetList> some = lists.stream().filter(list -> list.size() > 0).toList();
        for (int i = 0; i < 10; i++) {
            byte[] table = csv(lists);
            table[random.nextInt(table.length)] = (byte) random.nextInt(256);
            Read read = readCsv(season.reader(), table);
            assertThat(read.lists().containsAll(some)
                            || !read.codes().isEmpty()
                            || read.lists().size() == some.size())
                    .isTrue();
            byte[] lines = json(lists);
            lines[random.nextInt(lines.length)] = (byte) random.nextInt(256);
            Read fromLines = readJson(season.reader(), lines);
            assertThat(fromLines.lists().size() == lists.size()
                            || !fromLines.codes().isEmpty()
                            || fromLines.lists().containsAll(some))
                    .isTrue();
            Cases.met("something is found", !read.codes().isEmpty());
        }
    }

    private static final AreaRegister REGISTER = Villages.register("36010101 4", "36010102 4", "36010103 4");
    private static final QuotaPlan PLAN = Villages.plan(REGISTER, 3, 3);

    private static Optional<VillageCode> byPrefix(HouseholdId household) {
        return switch (household.value().charAt(0)) {
            case 'A' -> Optional.of(ONE);
            case 'B' -> Optional.of(TWO);
            case 'C' -> Optional.of(THREE);
            default -> Optional.empty();
        };
    }

    private static final Function<HouseholdId, Optional<VillageCode>> HOUSEHOLDS = TargetListProperties::byPrefix;

    @Example
    void everyFaultOfATableHasItsLineAndItsVillage() {
        String table = "\uFEFFvillage_code,household_id,period,note\n\n"
                + "๓๖๐๑๐๑๐๑,A1,p1,\n36010101,A2,p2,\n"
                + "36010102,B1,p1,\n36010102,B2,q9,\n36010102,,p2,\n36010102,X,p2,\n36010102,A4,p2,\"two\nlines\"\n"
                + "36010103,C1,p1\n"
                + "36010101,A3,p1,\n36019999,Z,p1,\nvillage,Z,p1,\n";
        Read read = readCsv(TargetLists.of(PLAN, HOUSEHOLDS), table.getBytes(UTF_8));
        assertThat(read.byVillage.get(ONE).value().households())
                .containsExactly(HouseholdId.of("A1"), HouseholdId.of("A2"));
        assertThat(read.byVillage.get(ONE).findings()).isEmpty();
        assertThat(read.codes())
                .containsExactly(
                        "list.unknown-period line 6",
                        "identity.blank line 7",
                        "csv.field-count line 11",
                        "list.unknown-household line 8, area 36010102",
                        "list.other-village line 9, area 36010102",
                        "list.short area 36010102",
                        "csv.unknown-column line 1",
                        "list.village-twice line 12, area 36010101",
                        "list.unknown-village line 13, area 36019999",
                        "area.code-not-digits line 14",
                        "list.missing area 36010103");
    }

    @Example
    void everyFaultOfALineIsFoundAndTheOtherLinesAreRead() {
        String lines = "{\"village\":\"36010101\",\"periods\":{\"p1\":[\"A1\"],\"p2\":[\"A2\"]}}\n\n"
                + "{\"village\":\"36010102\",\"periods\":{\"p1\":[\"B1\",7],\"p9\":[\"B2\"]}}\n"
                + "{\"village\":5,\"periods\":{}}\nnot json\n"
                + "{\"village\":\"36010101\",\"periods\":{}}";
        Read read = readJson(TargetLists.of(PLAN, HOUSEHOLDS), lines.getBytes(UTF_8));
        assertThat(read.lists()).extracting(TargetList::village).containsExactly(ONE);
        assertThat(read.codes())
                .containsExactly(
                        "json.wrong-type line 3, column 45, /periods/p1/1",
                        "json.unknown-field line 3, column 53, /periods/p9",
                        "list.short area 36010102",
                        "list.short area 36010102",
                        "json.wrong-type line 4, column 12, /village",
                        "json.malformed line 5, column 1",
                        "list.village-twice line 6, area 36010101",
                        "list.missing area 36010103");
    }

    @Example
    void aTableOfManyPiecesIsReadAsOne() {
        AreaRegister register = Villages.register("36010101 30000", "36010102 30000", "36010103 30000");
        QuotaPlan plan = Villages.plan(register, 30_000, 30_000);
        List<TargetList> lists = new ArrayList<>();
        for (VillageCode village : List.of(ONE, TWO, THREE)) {
            List<HouseholdId> route = IntStream.range(0, 30_000)
                    .mapToObj(i -> HouseholdId.of((char) ('A' + village.number() % 10 - 1) + "-" + i))
                    .toList();
            lists.add(TargetList.along(plan, village, route, Rule.EVENLY_ALONG_ROUTE)
                    .value());
        }
        byte[] table = csv(lists);
        assertThat(table.length).isGreaterThan(1 << 20);
        TargetLists reader = TargetLists.of(plan, HOUSEHOLDS);
        assertThat(readCsv(reader, table).lists()).isEqualTo(lists);
        String broken = new String(table, UTF_8);
        int at = broken.indexOf("36010103,C-2");
        String withFault = broken.substring(0, at) + "36010103,\"C-2" + broken.substring(at + 12);
        long line = withFault.substring(0, at).lines().count() + 1;
        assertThat(readCsv(reader, withFault.getBytes(UTF_8)).codes())
                .containsExactly("csv.row-too-long line " + line, "list.short area 36010103");
    }

    @Example
    void aFileThatBreaksOffOrIsNoTableSaysSo() {
        TargetLists reader = TargetLists.of(PLAN, HOUSEHOLDS);
        assertThat(readCsv(reader, new byte[0]).codes())
                .contains("document.empty ")
                .hasSize(4);
        assertThat(readCsv(reader, "village_code,period\n1,2\n".getBytes(UTF_8)).codes())
                .contains("csv.missing-column line 1")
                .hasSize(4);
        assertThat(reader.readJson(new BrokenInputStream(), (village, each) -> {}))
                .extracting(finding -> finding.code().id())
                .contains("document.unreadable");
        assertThat(reader.readCsv(new BrokenInputStream(), (village, each) -> {}))
                .extracting(finding -> finding.code().id())
                .contains("document.unreadable");
        byte[] longRow = new byte[300_000];
        Arrays.fill(longRow, (byte) 'x');
        String table = "village_code,household_id,period\n" + new String(longRow, UTF_8) + "\n36010101,A1,p1\n";
        assertThat(readCsv(reader, table.getBytes(UTF_8)).codes())
                .contains("csv.row-too-long line 2", "list.short area 36010101");
    }

    @Example
    void aRouteThatIsTooShortOrNamesAHouseholdTwiceHasNoList() {
        HouseholdId a = HouseholdId.of("A1");
        Reading<TargetList> reading = TargetList.along(PLAN, ONE, List.of(a), Rule.FIRST_ALONG_ROUTE);
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("ERROR list.short (area 36010101): The list of 36010101 has 1 households for the whole"
                        + " round, but the target is 2: 1 are missing");
        assertThat(TargetList.along(PLAN, ONE, List.of(a, a), Rule.FIRST_ALONG_ROUTE)
                        .findings())
                .extracting(finding -> finding.message(Text.THAI))
                .containsExactly("ครัวเรือน A1 อยู่ในบัญชีมากกว่าหนึ่งครั้ง");
    }

    @Example
    void aCallerWhoAsksForWhatIsNotThereIsTold() {
        Period other = new Period("q9", Text.of("เก้า", "nine"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TargetList.of(PLAN, ONE, List.of(new Entry(HouseholdId.of("A1"), other)), HOUSEHOLDS));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TargetList.along(PLAN, VillageCode.of("36999999"), List.of(), Rule.FIRST_ALONG_ROUTE));
        TargetList list = TargetList.along(
                        PLAN, ONE, List.of(HouseholdId.of("A1"), HouseholdId.of("A2")), Rule.FIRST_ALONG_ROUTE)
                .value();
        assertThat(list.period(HouseholdId.of("A9"))).isEmpty();
        assertThat(list).hasToString("TargetList[36010101, households=2]").hasSameHashCodeAs(list);
        assertThat(Rule.EVENLY_ALONG_ROUTE.text().th()).contains("เส้นทาง");
        for (AreaCode village : PLAN.areas(AreaLevel.VILLAGE)) {
            assertThat(PLAN.target(village)).isEqualTo(2);
        }
    }
}
