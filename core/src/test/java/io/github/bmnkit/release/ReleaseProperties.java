package io.github.bmnkit.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReleaseProperties {
    private static final String MEMBERS = """
            {"question": "sex"}, {"question": "age", "bands": [[0, 5, 15, 30, 60], [0, 15, 60]]},
            {"question": "job", "groups": [{"1": "A", "2": "A", "3": "B", "4": "B"}]}, {"question": "faith"},
            {"question": "tag"}""";
    private static final String HOUSEHOLDS = """
            {"question": "rai", "bands": [[0, 1, 5, 20], [0, 5]]}, {"question": "roof"},
            {"question": "income", "roundTo": 1000, "topFrom": 200000}, {"question": "phone", "keyed": true}""";
    private static final List<String> AREA = List.of("_area_level", "_area");
    private static final List<String> MEMBER_KEY = List.of("sex", "age", "job", "faith");

    private static ReleasedData released(String unit, String fields, int k, String suppress, List<Village> people) {
        ReleaseRequest request =
                Village.read(Village.json(unit, fields, k, suppress, 30, "")).value();
        return Village.release(request, people).value();
    }

    private static List<String> with(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static boolean isTaken(HouseholdResponse response) {
        LocalDate day = ((Value.Day) response.answer(AnswerPath.of("day"))).value();
        return response.round() == 2561
                && day.getYear() == 2018
                && response.answer(AnswerPath.of("consent")).equals(Value.code("1"));
    }

    /** Members apart: every combination comes from k households, and rows alone would not do. */
    @Property(tries = 150)
    void everyMemberIsLikeThoseOfKHouseholds(@ForAll Random random, @ForAll @IntRange(min = 2, max = 6) int k) {
        List<Village> people = Village.people(100 + random.nextInt(100), random);
        String suppress = random.nextBoolean() ? "RECORDS" : "CELLS";
        int percent = random.nextBoolean() ? 30 : 0;
        ReleaseRequest request = Village.read(Village.json("MEMBER", MEMBERS, k, suppress, percent, ""))
                .value();
        ReleasedData data = Village.release(request, people).value();
        List<Map<String, String>> rows = Naive.table(data::records);
        List<String> key = with(AREA, MEMBER_KEY);
        List<List<String>> keys = rows.stream().map(row -> Naive.key(row, key)).toList();
        List<String> owners =
                rows.stream().map(row -> row.getOrDefault("tag", "")).toList();
        Map<Object, Set<String>> classes = Naive.classes(keys, owners);
        assertThat(classes.values()).allMatch(households -> households.size() >= k);
        int smallest = classes.values().stream().mapToInt(Set::size).min().orElse(0);
        RiskReport.Measure after = data.report().after();
        assertThat(after.smallest()).isEqualTo(smallest);
        assertThat(after.classes()).isEqualTo(classes.size());
        assertThat(after.records()).isEqualTo(rows.size());
        assertThat(data.report().leftOut() + rows.size())
                .isEqualTo(data.report().before().records());
        Cases.met("blanked", data.report().blanked() > 0);
        Cases.met("left out", data.report().leftOut() > 0);
        Cases.met("nothing suppressed", data.report().leftOut() + data.report().blanked() == 0);
        Cases.met("generalised", data.report().generalised().stream().anyMatch(each -> each.level() > 0));
    }

    /** Named wrong: counting rows takes the members of one household for cover of each other. */
    @Property(tries = 40)
    void kOfRowsIsNotKOfHouseholds(@ForAll Random random) {
        Column sex = new Column("sex", Column.of(new Treatment.AsIs(List.of(), false)));
        int[] starts = {0, 3, 4, 5};
        sex.add("1");
        sex.add("1");
        sex.add("1");
        boolean others = random.nextBoolean();
        sex.add(others ? "1" : "2");
        sex.add("2");
        Classes classes = Classes.of(ReleaseRequest.Unit.MEMBER, List.of(), List.of(sex), starts, new int[] {0});
        assertThat(classes.households(0)).isEqualTo(others ? 2 : 1);
        assertThat(classes.below(3)).isEqualTo(5);
        assertThat(classes.below(2)).isEqualTo(others ? 1 : 3);
    }

    /** Households with their members: k households have the same columns and members who can be matched one to one. */
    @Property(tries = 20)
    void everyHouseholdIsLikeKOthersWithItsMembers(@ForAll Random random) {
        List<Village> people = Village.people(100 + random.nextInt(80), random);
        int k = 2 + random.nextInt(2);
        ReleasedData data = released("HOUSEHOLD_WITH_MEMBERS", HOUSEHOLDS + "," + MEMBERS, k, "RECORDS", people);
        List<Map<String, String>> households = Naive.table(data::records);
        Map<String, List<List<String>>> members = new HashMap<>();
        for (Map<String, String> row : Naive.table(data::members)) {
            members.computeIfAbsent(row.getOrDefault("_household", ""), any -> new ArrayList<>())
                    .add(Naive.key(row, MEMBER_KEY));
        }
        List<Object> keys = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Map<String, String> row : households) {
            String number = row.getOrDefault("_household", "");
            List<String> inside = members.getOrDefault(number, List.of()).stream()
                    .map(List::toString)
                    .sorted()
                    .toList();
            keys.add(List.of(Naive.key(row, with(AREA, List.of("rai"))), inside));
            owners.add(number);
        }
        Map<Object, Set<String>> classes = Naive.classes(keys, owners);
        assertThat(classes.values()).allMatch(alike -> alike.size() >= k);
        assertThat(data.report().after().classes()).isEqualTo(classes.size());
        Cases.met("several members", members.values().stream().anyMatch(each -> each.size() > 1));
        Cases.met("left out", data.report().leftOut() > 0);
    }

    /** The measure of unprotected data is what a group-by finds: k of 2 and all suppression allowed leaves level 0. */
    @Property(tries = 20)
    void theMeasureIsThatOfAGroupBy(@ForAll Random random) {
        List<Village> people = Village.people(60 + random.nextInt(100), random);
        int k = 2 + random.nextInt(4);
        String json = Village.json("MEMBER", MEMBERS, k, "RECORDS", 100, "").replace("VILLAGE", "DISTRICT");
        ReleasedData data = Village.release(Village.read(json).value(), people).value();
        RiskReport.Measure before = data.report().before();
        assertThat(data.report().loss().part()).isZero();
        List<List<Object>> keys = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        Map<String, Integer> inDistrict = new HashMap<>();
        people.stream()
                .filter(each -> isTaken(each.response()))
                .forEach(each -> inDistrict.merge(district(each), 1, Integer::sum));
        boolean rolledUp = inDistrict.values().stream().anyMatch(count -> count < 5);
        for (Village each : people) {
            if (!isTaken(each.response())) {
                continue;
            }
            for (int member : each.response().members()) {
                List<Object> key = new ArrayList<>(List.of(district(each)));
                for (String question : MEMBER_KEY) {
                    Value value = each.response().answer(AnswerPath.of(question, member));
                    key.add(question.equals("age") ? band(value) : value);
                }
                keys.add(key);
                owners.add(each.response().household().value());
            }
        }
        assertThat(before.records()).isEqualTo(keys.size());
        if (!rolledUp) {
            Map<Object, Set<String>> classes = Naive.classes(keys, owners);
            assertThat(before.classes()).isEqualTo(classes.size());
            assertThat(before.classesBelow())
                    .isEqualTo(classes.values().stream()
                            .filter(all -> all.size() < k)
                            .count());
            assertThat(before.recordsBelow())
                    .isEqualTo(keys.stream()
                            .filter(key -> classes.getOrDefault(key, Set.of()).size() < k)
                            .count());
            assertThat(data.records()).isEqualTo(keys.size() - before.recordsBelow());
        }
        Cases.met("no area is rolled up", !rolledUp);
        Cases.met("below", before.recordsBelow() > 0);
    }

    private static String district(Village each) {
        return each.village().value().substring(0, 4);
    }

    private static String band(Value value) {
        int age = ((Value.Amount) value).value().intValueExact();
        return age < 5 ? "a" : age < 15 ? "b" : age < 30 ? "c" : age < 60 ? "d" : "e";
    }

    /** No value of a field that is dropped, keyed or not in its list stands in anything that the partner gets. */
    @Property(tries = 6)
    void nothingReleasedContainsADroppedIdentifier(@ForAll Random random) {
        List<Village> people = Village.people(90, random);
        String unit = random.nextBoolean() ? "HOUSEHOLD_WITH_MEMBERS" : "MEMBER";
        boolean both = unit.equals("HOUSEHOLD_WITH_MEMBERS");
        String fields = MEMBERS + ", {\"question\": \"card\", \"keyed\": true}" + (both ? ", " + HOUSEHOLDS : "");
        ReleasedData data = released(unit, fields, 2, "RECORDS", people);
        StringBuilder all = new StringBuilder(Naive.text(data::records));
        all.append(Naive.text(data::json)).append(Naive.text(data::codebook));
        if (both) {
            all.append(Naive.text(data::members));
        }
        all.append(ReleaseLog.append(Ledger.Head.EMPTY, ReleaseLogTest.record(data))
                .toJson());
        String text = all.toString();
        Set<String> refused = new HashSet<>();
        for (Village each : people) {
            HouseholdResponse response = each.response();
            refused.add(response.household().value() + ",");
            for (AnswerPath path : response.answered()) {
                String name = path.question();
                if (List.of("phone", "remark", "name", "card").contains(name)) {
                    refused.add(((Value.Words) response.answer(path)).value());
                }
            }
        }
        assertThat(refused).hasSizeGreaterThan(400).noneMatch(text::contains);
        assertThat(text).doesNotContain("my-secret").contains(Treatment.NOT_LISTED);
        assertThat(data.toString() + data.report().toText(Locale.ENGLISH)).doesNotContain("name-", "080-");
    }

    /** Only those who consented, of the round and the period, are there: as many as a filter finds. */
    @Property(tries = 10)
    void onlyConsentingHouseholdsOfRoundAndPeriodAreTaken(@ForAll Random random) {
        List<Village> people = Village.people(100, random);
        String json = Village.json("HOUSEHOLD", "{\"question\": \"phone\", \"keyed\": true}", 2, "RECORDS", 30, "");
        ReleasedData data = Village.release(Village.read(json).value(), people).value();
        List<Village> taken =
                people.stream().filter(each -> isTaken(each.response())).toList();
        assertThat(data.counts().taken()).isEqualTo(taken.size());
        assertThat(data.counts().offered()).isEqualTo(people.size());
        assertThat(data.counts().withoutConsent())
                .isEqualTo(people.stream()
                        .filter(each ->
                                each.response().answer(AnswerPath.of("consent")).equals(Value.code("2")))
                        .count());
        Digests.Keys keys = new Digests.Keys(Village.KEY, "R 1");
        Set<String> expected = new HashSet<>();
        for (Village each : taken) {
            expected.add(keys.key("phone", ((Value.Words) each.response().answer(AnswerPath.of("phone"))).value()));
        }
        assertThat(expected)
                .containsAll(Naive.table(data::records).stream()
                        .map(row -> row.getOrDefault("phone", ""))
                        .toList());
    }

    /** The order in which households come says nothing. */
    @Property(tries = 6)
    void theOrderOfHouseholdsDoesNotMatter(@ForAll Random random) {
        List<Village> people = Village.people(80, random);
        List<Village> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        String unit = random.nextBoolean() ? "HOUSEHOLD_WITH_MEMBERS" : "MEMBER";
        String fields = unit.equals("MEMBER") ? MEMBERS : MEMBERS + "," + HOUSEHOLDS;
        ReleasedData one = released(unit, fields, 2, "RECORDS", people);
        ReleasedData other = released(unit, fields, 2, "RECORDS", shuffled);
        assertThat(Naive.text(other::json)).isEqualTo(Naive.text(one::json));
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.report().after()).isEqualTo(one.report().after());
        assertThat(shuffled).isNotEqualTo(people);
    }

    /** Two partners cannot join what they got, unless it is wanted. */
    @Property(tries = 6)
    void keysDifferByReleaseUnlessTheLinkageIsTheSame(@ForAll Random random) {
        List<Village> people = Village.people(60, random);
        String fields = "{\"question\": \"phone\", \"keyed\": true}";
        String key = ", \"householdKey\": true";
        String json = Village.json("HOUSEHOLD", fields, 2, "RECORDS", 100, key);
        Set<String> first = keys(json, people);
        Set<String> other = keys(json.replace("\"R\"", "\"S\""), people);
        assertThat(first).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(other);
        assertThat(first).hasSameSizeAs(other);
        String linked = Village.json("HOUSEHOLD", fields, 2, "RECORDS", 100, key + ", \"linkage\": \"both\"");
        assertThat(keys(linked, people)).isEqualTo(keys(linked.replace("\"R\"", "\"S\""), people));
        assertThat(keys(linked, people)).doesNotContainAnyElementsOf(first);
    }

    private static Set<String> keys(String json, List<Village> people) {
        ReleasedData data = Village.release(Village.read(json).value(), people).value();
        Set<String> keys = new HashSet<>();
        for (Map<String, String> row : Naive.table(data::records)) {
            keys.add(row.getOrDefault("_household", ""));
            keys.add(row.getOrDefault("phone", ""));
        }
        return keys;
    }

    /** A key that several households share would say that they belong together; it is hidden. */
    @Property(tries = 6)
    void aSharedKeyIsHidden(@ForAll Random random) {
        List<Village> people = new ArrayList<>();
        for (Village each : Village.people(80, random)) {
            HouseholdResponse response = each.response()
                    .edit()
                    .answer(
                            AnswerPath.of("phone"),
                            Value.text(random.nextInt(3) == 0 ? "same" : "p" + random.nextInt()))
                    .build();
            people.add(new Village(each.village(), response));
        }
        ReleasedData data = released("HOUSEHOLD", "{\"question\": \"phone\", \"keyed\": true}", 2, "RECORDS", people);
        List<String> keys = Naive.table(data::records).stream()
                .map(row -> row.getOrDefault("phone", ""))
                .toList();
        assertThat(keys).contains(Kept.SHARED);
        List<String> shown =
                keys.stream().filter(key -> !key.equals(Kept.SHARED)).toList();
        assertThat(shown).doesNotHaveDuplicates().isNotEmpty();
    }

    /** If generalising as far as possible does not reach k, nothing is released and the reason says how far it came. */
    @Property(tries = 30)
    void tooFewHouseholdsGiveNothing(@ForAll Random random) {
        List<Village> people = Village.people(random.nextInt(12), random);
        long taken = people.stream().filter(each -> isTaken(each.response())).count();
        Reading<ReleasedData> reading = Village.release(
                Village.read(Village.json("MEMBER", MEMBERS, 4, "RECORDS", 0, ""))
                        .value(),
                people);
        assertThat(reading.optional().isPresent()).isEqualTo(taken >= 5);
        if (taken < 5) {
            assertThat(reading.findings())
                    .extracting(finding -> finding.code())
                    .containsExactly(
                            taken == 0 ? ReleaseFinding.NOTHING_TO_RELEASE : ReleaseFinding.TOO_FEW_HOUSEHOLDS);
        }
        Cases.met("too few", taken > 0 && taken < 5);
        Cases.met("enough", taken >= 5);
    }
}
