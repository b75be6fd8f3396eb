package io.github.bmnkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.registry.RegistryLinks.Found;
import io.github.bmnkit.registry.RegistryLinks.Link;
import io.github.bmnkit.registry.RegistryLinks.Outcome;
import io.github.bmnkit.registry.RegistryWorld.Member;
import io.github.bmnkit.registry.RegistryWorld.Row;
import io.github.bmnkit.testing.Cases;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Linking and conflicts against nested loops over the same rows and members. */
class RegistryProperties {
    @Property
    void everyRowIsRejectedWithAFindingOrHasTheOneOutcomeOfNestedLoops(@ForAll long seed) {
        RegistryWorld world = RegistryWorld.random(new Random(seed));
        Reading<Memberships> reading = world.read();
        Set<Integer> rejected = new TreeSet<>();
        for (Finding finding : reading.findings()) {
            assertThat(finding.place().document()).contains("a.csv");
            if (finding.code().severity() == Severity.ERROR) {
                rejected.add(finding.place().line().orElseThrow());
            }
        }
        RegistryLinker linker = RegistryWorld.linker(reading.value());
        world.households.forEach(linker::add);
        RegistryLinks links = linker.link();
        Map<Integer, Link> byLine = new TreeMap<>();
        links.all().forEach(link -> byLine.put(link.membership().line(), link));
        long sum = 0;
        for (Outcome outcome : Outcome.values()) {
            assertThat(links.all(outcome))
                    .hasSize((int) links.count(outcome))
                    .allMatch(link -> link.outcome() == outcome);
            sum += links.count(outcome);
        }
        assertThat(sum).isEqualTo(reading.value().size());
        for (int i = 0; i < world.rows.size(); i++) {
            Row row = world.rows.get(i);
            assertThat(rejected.contains(i + 2)).isEqualTo(row.isRejected());
            assertThat(byLine.containsKey(i + 2)).isEqualTo(!row.isRejected());
            if (!row.isRejected()) {
                List<Found> found = naive(row, world.members);
                assertThat(byLine.get(i + 2).outcome()).isEqualTo(outcome(row, found));
                assertThat(byLine.get(i + 2).found()).isEqualTo(found);
            }
        }
        for (Outcome outcome : Outcome.values()) {
            Cases.met(outcome.name(), links.count(outcome) > 0);
        }
        Cases.met("rejected", !rejected.isEmpty());
    }

    private static List<Found> naive(Row row, List<Member> members) {
        List<Found> found = new ArrayList<>();
        for (Member member : members) {
            if (row.person() >= 0 && member.person() == row.person()) {
                found.add(new Found(HouseholdId.of(member.household()), member.key()));
            }
        }
        return found;
    }

    private static Outcome outcome(Row row, List<Found> found) {
        if (row.person() < 0) {
            return row.person() == Row.NO_ID ? Outcome.NO_ID : Outcome.ID_INVALID;
        }
        if (found.size() < 2) {
            return found.isEmpty() ? Outcome.NOT_IN_ANY_HOUSEHOLD : Outcome.LINKED;
        }
        return found.stream().map(Found::household).distinct().count() == 1
                ? Outcome.SEVERAL_IN_HOUSEHOLD
                : Outcome.IN_SEVERAL_HOUSEHOLDS;
    }

    @Property
    void anyOrderAndPartitionOfTheHouseholdsGivesTheSameAndSoDoesOneThatComesTwice(@ForAll long seed) {
        Random random = new Random(seed);
        RegistryWorld world = RegistryWorld.random(random);
        Memberships memberships = world.read().value();
        RegistryLinker whole = RegistryWorld.linker(memberships);
        world.households.forEach(whole::add);
        RegistryLinker merged = whole.part();
        Collections.shuffle(world.households, random);
        List<RegistryLinker> own = List.of(merged.part(), merged.part(), merged.part());
        world.households.forEach(household -> own.get(random.nextInt(3)).add(household));
        boolean twice = random.nextBoolean();
        if (twice) {
            own.get(random.nextInt(3)).add(world.households.get(0));
        }
        own.forEach(merged::merge);
        assertThat(List.copyOf(merged.link().all()))
                .isEqualTo(List.copyOf(whole.link().all()));
        assertThat(merged.link().findings()).isEqualTo(whole.link().findings());
        if (!twice) {
            assertThat(merged.link().toJson()).isEqualTo(whole.link().toJson());
        }
        Cases.met("twice", twice);
        Cases.met("linked", whole.link().count(Outcome.LINKED) > 0);
    }

    /** A linker that takes the first household that it meets: what it says depends on the order. */
    @Example
    void takingTheFirstHouseholdWouldDependOnTheOrder() {
        boolean differs = IntStream.range(0, 200).anyMatch(seed -> {
            RegistryWorld world = RegistryWorld.random(new Random(seed));
            List<Member> reversed = new ArrayList<>(world.members);
            Collections.reverse(reversed);
            return world.rows.stream()
                    .anyMatch(row -> !naive(row, world.members).stream()
                            .findFirst()
                            .equals(naive(row, reversed).stream().findFirst()));
        });
        assertThat(differs).isTrue();
    }

    @Property
    void conflictsAreThoseOfNestedLoopsOverDays(@ForAll long seed) {
        RegistryWorld world = RegistryWorld.crowded(new Random(seed));
        RegistryLinker linker = RegistryWorld.linker(world.read().value());
        world.households.forEach(linker::add);
        List<Finding> findings = linker.link().findings();
        for (RegistryFinding code : List.of(
                RegistryFinding.TWICE_IN_GROUP,
                RegistryFinding.ROLES_EXCLUDE,
                RegistryFinding.TWO_ROLES,
                RegistryFinding.TWO_VILLAGES,
                RegistryFinding.NAME_OF_MEMBER,
                RegistryFinding.NAME_OF_FIRST_ROW)) {
            Set<Integer> lines = new TreeSet<>();
            findings.stream()
                    .filter(finding -> finding.code() == code)
                    .forEach(finding -> assertThat(
                                    lines.add(finding.place().line().orElseThrow()))
                            .isTrue());
            assertThat(lines).as(code.id()).isEqualTo(naive(world, code));
            Cases.met(code.id(), !lines.isEmpty());
        }
    }

    private static Set<Integer> naive(RegistryWorld world, RegistryFinding code) {
        Set<Integer> lines = new TreeSet<>();
        for (int i = 0; i < world.rows.size(); i++) {
            Row row = world.rows.get(i);
            if (row.isRejected() || row.person() < 0) {
                continue;
            }
            boolean conflict = code == RegistryFinding.NAME_OF_MEMBER && isNamedOtherwise(row, world.members);
            for (int j = 0; j < world.rows.size(); j++) {
                Row other = world.rows.get(j);
                if (i != j && !other.isRejected() && other.person() == row.person()) {
                    conflict |= conflict(world, code, row, i, other, j);
                }
            }
            if (conflict) {
                lines.add(i + 2);
            }
        }
        return lines;
    }

    private static boolean isNamedOtherwise(Row row, List<Member> members) {
        List<Member> own = members.stream()
                .filter(member -> member.person() == row.person())
                .toList();
        return own.size() == 1
                && !row.first().isEmpty()
                && !own.get(0).first().isEmpty()
                && !own.get(0).first().equals(row.first());
    }

    private static boolean conflict(RegistryWorld world, RegistryFinding code, Row row, int i, Row other, int j) {
        boolean earlier = other.from() < row.from()
                || (other.from() == row.from() && other.until() < row.until())
                || (other.from() == row.from() && other.until() == row.until() && j < i);
        boolean meet = earlier && row.overlaps(other);
        boolean together = meet && row.sameGroup(other);
        boolean excluded = new TreeSet<>(List.of(row.role(), other.role())).equals(Set.of("chair", "treasurer"));
        return switch (code) {
            case TWICE_IN_GROUP -> together && row.role().equals(other.role());
            case ROLES_EXCLUDE -> together && excluded;
            case TWO_ROLES ->
                together
                        && !row.role().equals(other.role())
                        && !naive(world, RegistryFinding.ROLES_EXCLUDE).contains(i + 2);
            case TWO_VILLAGES ->
                meet
                        && row.register().equals(other.register())
                        && row.area().length() == 8
                        && other.area().length() == 8
                        && !row.area().equals(other.area());
            case NAME_OF_FIRST_ROW ->
                !row.first().isEmpty()
                        && j == firstNamed(world, row.person())
                        && !row.first().equals(other.first());
            default -> false;
        };
    }

    private static int firstNamed(RegistryWorld world, int person) {
        return IntStream.range(0, world.rows.size())
                .filter(i -> !world.rows.get(i).isRejected()
                        && world.rows.get(i).person() == person
                        && !world.rows.get(i).first().isEmpty())
                .findFirst()
                .orElse(-1);
    }

    @Property
    void termsAreHalfOpen(@ForAll long seed) {
        RegistryWorld world = RegistryWorld.random(new Random(seed));
        Memberships memberships = world.read().value();
        boolean touching = false;
        for (Membership membership : memberships.all()) {
            Row row = world.rows.get(membership.line() - 2);
            for (int day = 0; day <= RegistryWorld.DAYS; day++) {
                assertThat(membership.isInForce(RegistryWorld.DAY.plusDays(day)))
                        .isEqualTo(row.isOn(day));
            }
            for (Membership other : memberships.all()) {
                Row its = world.rows.get(other.line() - 2);
                assertThat(membership.overlaps(other)).isEqualTo(row.overlaps(its));
                touching |= row.until() == its.from();
                if (row.until() == its.from()) {
                    assertThat(closed(membership, other)).isNotEqualTo(row.overlaps(its));
                }
            }
        }
        Cases.met("one ends when the other starts", touching);
    }

    /** A wrong reading: the last day is part of the term. */
    private static boolean closed(Membership a, Membership b) {
        LocalDate until = a.until();
        LocalDate from = b.from();
        return until != null && from != null && !until.isBefore(from);
    }

    @Property
    void coverageIsTheCountOfRowsBeneathAtEveryLevelAndOnEveryDay(@ForAll long seed) {
        RegistryWorld world = RegistryWorld.random(new Random(seed));
        RegistryLinker linker = RegistryWorld.linker(world.read().value());
        world.households.forEach(linker::add);
        RegistryLinks links = linker.link();
        LocalDate day = RegistryWorld.DAY.plusDays(new Random(seed).nextInt(RegistryWorld.DAYS));
        RegistryCoverage coverage = links.coverage();
        RegistryCoverage onDay = links.coverage(day);
        for (int at = 0; at < RegistryWorld.AREAS.size(); at++) {
            AreaCode area = RegistryWorld.AREAS.area(at);
            for (RegisterId register : List.of(RegistryWorld.SAVINGS, RegistryWorld.LEADERS)) {
                assertThat(coverage.of(register, area)).isEqualTo(count(links, register, area, null));
                assertThat(onDay.of(register, area)).isEqualTo(count(links, register, area, day));
            }
            assertThat(coverage.of(area))
                    .isEqualTo(count(links, RegistryWorld.SAVINGS, area, null)
                            .plus(count(links, RegistryWorld.LEADERS, area, null)));
        }
        Share all = coverage.of(RegistryWorld.AREAS.area(0));
        assertThat(all)
                .isEqualTo(Share.of(links.count(Outcome.LINKED), links.all().size()));
        Cases.met("some linked, some not", all.part() > 0 && all.part() < all.whole());
    }

    private static Share count(RegistryLinks links, RegisterId register, AreaCode area, LocalDate day) {
        long listed = 0;
        long linked = 0;
        for (Link link : links.all()) {
            Membership row = link.membership();
            boolean within = false;
            for (int at = RegistryWorld.AREAS.position(row.area());
                    at >= 0;
                    at = RegistryWorld.AREAS.parentPosition(at)) {
                within |= RegistryWorld.AREAS.area(at).equals(area);
            }
            if (within && row.register().equals(register) && (day == null || row.isInForce(day))) {
                listed++;
                linked += link.outcome() == Outcome.LINKED ? 1 : 0;
            }
        }
        return Share.of(linked, listed);
    }

    @Property
    void nothingThatIsWrittenHoldsANationalIdOrAName(@ForAll long seed) throws IOException {
        RegistryWorld world = RegistryWorld.random(new Random(seed));
        Reading<Memberships> reading = world.read();
        RegistryLinker linker = RegistryWorld.linker(reading.value());
        world.households.forEach(linker::add);
        RegistryLinks links = linker.link();
        StringBuilder all = new StringBuilder();
        links.writeCsv(all);
        all.append(links.toJson()).append(links).append(linker).append(links.coverage());
        links.all().forEach(all::append);
        for (Finding finding : links.findings()) {
            all.append(finding).append(finding.arguments()).append(finding.message(Text.THAI));
        }
        reading.findings().forEach(finding -> all.append(finding).append(finding.arguments()));
        for (int person = 0; person < 8; person++) {
            assertThat(all).doesNotContain(RegistryWorld.id(person).digits());
        }
        assertThat(all)
                .doesNotContain("สมชาย")
                .doesNotContain("สมหญิง")
                .doesNotContain("บุญมี")
                .doesNotContain("67890");
        Cases.met("rows", reading.value().size() > 0);
    }
}
