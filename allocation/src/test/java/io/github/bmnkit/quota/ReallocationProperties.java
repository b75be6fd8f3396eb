package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.quota.Reallocation.Reason;
import io.github.bmnkit.quota.Reallocation.Row;
import io.github.bmnkit.quota.Reallocation.Scope;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReallocationProperties {
    @Provide
    Arbitrary<ChangedSeason> seasons() {
        return Registers.small()
                .flatMap(register -> Arbitraries.randoms().map(random -> ChangedSeason.of(register, random)));
    }

    private static AreaCode scopeArea(AreaRegister register, AreaCode village, Scope scope) {
        AreaTree tree = register.tree(scope == Scope.LOCAL_AUTHORITY ? AreaView.CERTIFYING : AreaView.ADMINISTRATIVE);
        AreaCode at = village;
        while (at.level() != scope.level()) {
            at = tree.parent(at).orElseThrow();
        }
        return at;
    }

    private static Map<VillageCode, Row> villageRows(Reallocation change) {
        Map<VillageCode, Row> rows = new HashMap<>();
        change.rows().stream()
                .filter(row -> row.area() instanceof VillageCode)
                .forEach(row -> rows.put((VillageCode) row.area(), row));
        return rows;
    }

    private static long sum(List<Long> figures) {
        return figures.stream().mapToLong(Long::longValue).sum();
    }

    @Property(tries = 300)
    void t01_everyAreaOfTheScopeAndAboveKeepsItsTargetsAndAllAreSums(@ForAll("seasons") ChangedSeason season) {
        Reading<Reallocation> reading = season.reallocate();
        Cases.met("done", reading.optional().isPresent());
        Cases.met("impossible", reading.optional().isEmpty());
        for (Scope scope : Scope.values()) {
            Cases.met(
                    scope.name(), season.scope() == scope && reading.optional().isPresent());
        }
        reading.optional().ifPresent(change -> {
            QuotaPlan next = change.plan();
            for (Period period : next.periods()) {
                Map<AreaCode, Long> sums = new HashMap<>();
                for (AreaCode area : next.areas()) {
                    next.parent(area).ifPresent(parent -> sums.merge(parent, next.target(area, period), Long::sum));
                }
                sums.forEach(
                        (parent, sum) -> assertThat(next.target(parent, period)).isEqualTo(sum));
                assertThat(scopeSums(next, season.after(), season.scope(), period))
                        .isEqualTo(scopeSums(season.plan(), season.before(), season.scope(), period));
            }
        });
    }

    private static Map<AreaCode, Long> scopeSums(QuotaPlan plan, AreaRegister register, Scope scope, Period period) {
        Map<AreaCode, Long> sums = new TreeMap<>();
        for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
            sums.merge(scopeArea(register, village, scope), plan.target(village, period), Long::sum);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    @Property(tries = 300)
    void t02_t06_noTargetIsAboveTheRegisterOrBelowWhatIsDoneInAClosedPeriod(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            boolean held = false;
            for (AreaCode village : change.plan().areas(AreaLevel.VILLAGE)) {
                assertThat(change.plan().target(village))
                        .isLessThanOrEqualTo(
                                season.after().tree(AreaView.ADMINISTRATIVE).households(village));
                for (Period period : season.closed()) {
                    long done = season.done().getOrDefault(village, new long[2])[0];
                    assertThat(change.plan().target(village, period)).isGreaterThanOrEqualTo(done);
                    held |= done > 0 && change.plan().target(village, period) == done;
                }
            }
            Cases.met("a village at what is done", held);
        });
    }

    @Property(tries = 300)
    void t03_whereNothingChangedNothingMoves(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            Set<AreaCode> touched = new HashSet<>();
            AreaTree before = season.before().tree(AreaView.ADMINISTRATIVE);
            AreaTree after = season.after().tree(AreaView.ADMINISTRATIVE);
            for (AreaCode village : before.areas(AreaLevel.VILLAGE)) {
                boolean same = after.contains(village)
                        && after.households(village) == before.households(village)
                        && isDoneWithinTarget(season, village);
                if (!same) {
                    touched.add(scopeArea(season.before(), village, season.scope()));
                }
            }
            Map<VillageCode, Row> rows = villageRows(change);
            rows.forEach((village, row) -> {
                if (!row.before().equals(row.after())) {
                    AreaRegister known = after.contains(village) ? season.after() : season.before();
                    assertThat(touched).contains(scopeArea(known, village, season.scope()));
                }
            });
            Cases.met("targets move", rows.values().stream().anyMatch(row -> row.difference() != 0));
            Cases.met(
                    "areas beside stay",
                    touched.size()
                            < before.areas(AreaLevel.VILLAGE).stream()
                                    .map(village -> scopeArea(season.before(), village, season.scope()))
                                    .distinct()
                                    .count());
        });
    }

    private static boolean isDoneWithinTarget(ChangedSeason season, AreaCode village) {
        return season.closed().stream()
                .allMatch(period -> season.done().getOrDefault(village, new long[2])[0]
                        <= season.plan().target(village, period));
    }

    @Property(tries = 300)
    void t05_theMovementIsTheLeastThatTheBoundsAndTheSumsAllow(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            Map<AreaCode, Long> open = new HashMap<>();
            Map<VillageCode, Row> rows = villageRows(change);
            for (AreaCode village : season.plan().areas(AreaLevel.VILLAGE)) {
                open.merge(
                        scopeArea(season.before(), village, season.scope()),
                        season.plan().target(village),
                        Long::sum);
            }
            long least = 0;
            long movement = 0;
            for (AreaCode village : change.plan().areas(AreaLevel.VILLAGE)) {
                long now = change.plan().target(village);
                Row row = rows.get(village);
                long previous = row == null ? now : sum(row.inherited());
                long floor = season.closed().isEmpty() ? 0 : season.done().getOrDefault(village, new long[2])[0];
                long registered = season.after().tree(AreaView.ADMINISTRATIVE).households(village);
                long clamped = Math.max(floor, Math.min(registered, previous));
                least += Math.abs(clamped - previous);
                movement += Math.abs(now - previous);
                open.merge(scopeArea(season.after(), village, season.scope()), -clamped, Long::sum);
            }
            least += open.values().stream().mapToLong(Math::abs).sum();
            assertThat(movement).isEqualTo(least).isEqualTo(change.moved());
            Cases.met("something moves", least > 0);
            Cases.met(
                    "sharing out from scratch moves more",
                    movement(season, rows, fromScratch(season), change.plan()) > least);
            Cases.met(
                    "taking evenly from all moves no less, but breaks a bound",
                    breaksABound(season, change.plan(), rows));
        });
    }

    /** The wrong way: the cascade, once more, from the provinces' targets. */
    private static QuotaPlan fromScratch(ChangedSeason season) {
        QuotaPlan plan = season.plan();
        Map<ProvinceCode, long[]> targets = new LinkedHashMap<>();
        for (AreaCode province : plan.areas(AreaLevel.PROVINCE)) {
            targets.put(
                    (ProvinceCode) province,
                    plan.periods().stream()
                            .mapToLong(period -> plan.target(province, period))
                            .toArray());
        }
        return QuotaPlan.imposed(Rounds.of(targets))
                .cascade(plan.root(), season.after().tree(AreaView.ADMINISTRATIVE), CascadeRules.of(season.method()))
                .optional()
                .orElse(plan);
    }

    private static long movement(ChangedSeason season, Map<VillageCode, Row> rows, QuotaPlan other, QuotaPlan next) {
        long movement = 0;
        for (AreaCode village : next.areas(AreaLevel.VILLAGE)) {
            Row row = rows.get(village);
            long previous = row == null ? next.target(village) : sum(row.inherited());
            movement += other.contains(village) ? Math.abs(other.target(village) - previous) : 0;
        }
        return movement;
    }

    /** The wrong way: each village of the scope's area takes the same number more or less, as a spreadsheet would do. */
    private static boolean breaksABound(ChangedSeason season, QuotaPlan next, Map<VillageCode, Row> rows) {
        Map<AreaCode, long[]> open = new HashMap<>();
        for (AreaCode village : next.areas(AreaLevel.VILLAGE)) {
            long[] figures =
                    open.computeIfAbsent(scopeArea(season.after(), village, season.scope()), any -> new long[2]);
            Row row = rows.get(village);
            figures[0] += next.target(village) - (row == null ? next.target(village) : sum(row.inherited()));
            figures[1]++;
        }
        return next.areas(AreaLevel.VILLAGE).stream().anyMatch(village -> {
            long[] figures = open.get(scopeArea(season.after(), village, season.scope()));
            Row row = rows.get(village);
            long target =
                    (row == null ? next.target(village) : sum(row.inherited())) + Math.floorDiv(figures[0], figures[1]);
            return target < 0
                    || target > season.after().tree(AreaView.ADMINISTRATIVE).households(village);
        });
    }

    @Property(tries = 300)
    void t04_theOrderOfRowsAndChangesDoesNotMatter(@ForAll("seasons") ChangedSeason season, @ForAll Random random) {
        List<String> lines = new ArrayList<>(season.after().toCsv().lines().toList());
        String header = lines.remove(0);
        Collections.shuffle(lines, random);
        lines.add(0, header);
        List<VillageChange> changes = new ArrayList<>(season.changes());
        Collections.shuffle(changes, random);
        ChangedSeason shuffled = new ChangedSeason(
                season.plan(),
                season.before(),
                Registers.read(String.join("\n", lines)).value(),
                changes,
                season.closed(),
                new TreeMap<>(season.done()),
                season.method(),
                season.scope());
        Reading<Reallocation> one = season.reallocate();
        Reading<Reallocation> other = shuffled.reallocate();
        assertThat(other.findings()).isEqualTo(one.findings());
        assertThat(other.map(Reallocation::toCsv)).isEqualTo(one.map(Reallocation::toCsv));
        assertThat(other.map(change -> change.plan().fingerprint()))
                .isEqualTo(one.map(change -> change.plan().fingerprint()));
    }

    @Property(tries = 300)
    void t07_whoGaveOrReceivedCanBeComputedAgainFromTheExplanation(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            boolean explained = false;
            for (AreaCode area : change.plan().areas(AreaLevel.VILLAGE)) {
                VillageCode village = (VillageCode) area;
                change.plan()
                        .explain(village)
                        .whole()
                        .ifPresent(explanation -> assertThat(explanation.recompute())
                                .isEqualTo(change.plan().target(village)));
                explained |= change.plan().explain(village).whole().isPresent();
                Row row = villageRows(change).get(village);
                if (row != null && row.reasons().contains(Reason.BALANCED)) {
                    assertThat(change.plan().explain(village).whole()).isPresent();
                }
            }
            Cases.met("explained", explained);
        });
    }

    @Property(tries = 800)
    void everyChangedTargetHasItsReason(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            for (Row row : change.rows()) {
                assertThat(row.reasons()).as(row.toString()).isNotEmpty();
                assertThat(row.text().th()).isNotBlank();
            }
            Map<VillageCode, Row> rows = villageRows(change);
            for (AreaCode area : change.plan().areas(AreaLevel.VILLAGE)) {
                if (season.plan().contains(area)
                        && season.plan().target(area) != change.plan().target(area)) {
                    assertThat(rows).containsKey((VillageCode) area);
                }
            }
            for (Reason reason : Reason.values()) {
                if (reason != Reason.MOVED && reason != Reason.GREW) {
                    Cases.met(
                            reason.name(),
                            change.rows().stream().anyMatch(row -> row.reasons().contains(reason)));
                }
            }
        });
    }

    @Property(tries = 300)
    void t09_doingItAgainMovesNothing(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            ChangedSeason again = new ChangedSeason(
                    change.plan(),
                    season.after(),
                    season.after(),
                    List.of(),
                    season.closed(),
                    season.done(),
                    season.method(),
                    season.scope());
            Reallocation second = again.reallocate().value();
            assertThat(second.rows()).isEmpty();
            assertThat(second.moved()).isZero();
            assertThat(second.plan().toCsv()).isEqualTo(change.plan().toCsv());
        });
    }

    @Property(tries = 300)
    void whatIsImpossibleSaysWhoAndHowManyAndTheNextScopeThatHelps(@ForAll("seasons") ChangedSeason season) {
        Reading<Reallocation> reading = season.reallocate();
        if (reading.optional().isPresent()) {
            return;
        }
        Finding advice = reading.findings().get(reading.findings().size() - 1);
        assertThat(reading.findings()).hasSizeGreaterThan(1);
        assertThat(reading.findings().subList(0, reading.findings().size() - 1)).allSatisfy(finding -> {
            assertThat(finding.place().area()).isPresent();
            assertThat(finding.message(Locale.ROOT)).doesNotContain("{");
        });
        boolean helps = false;
        for (Scope scope : Scope.values()) {
            if (scope.compareTo(season.scope()) > 0 && !helps) {
                helps = season.reallocate(scope).optional().isPresent();
                if (helps) {
                    assertThat(advice.code()).isEqualTo(TargetFinding.WIDER_SCOPE);
                    assertThat(advice.arguments()).containsEntry("name", scope.name());
                }
            }
        }
        assertThat(advice.code() == TargetFinding.WIDER_SCOPE).isEqualTo(helps);
        Cases.met("a wider scope helps", helps);
        Cases.met("no scope helps", !helps);
    }

    @Property(tries = 300)
    void aPartNeverInheritsMoreThanOneFromItsExactShare(@ForAll("seasons") ChangedSeason season) {
        season.reallocate().optional().ifPresent(change -> {
            Map<VillageCode, Row> rows = villageRows(change);
            AreaTree after = season.after().tree(AreaView.ADMINISTRATIVE);
            for (VillageChange each : season.changes()) {
                long target = each.from().stream()
                        .mapToLong(village -> season.plan().target(village))
                        .sum();
                List<VillageCode> into = each.into();
                assertThat(into.stream()
                                .mapToLong(part -> sum(rows.get(part).inherited()))
                                .sum())
                        .isEqualTo(target);
                long households = into.stream().mapToLong(after::households).sum();
                if (season.method() == Method.WEBSTER && into.size() == 2 && households > 0) {
                    for (VillageCode part : into) {
                        long off = sum(rows.get(part).inherited()) * households - target * after.households(part);
                        assertThat(Math.abs(off)).isLessThan(households);
                    }
                }
            }
            Cases.met(
                    "a village is divided",
                    season.changes().stream().anyMatch(c -> c.into().size() == 2));
        });
    }
}
