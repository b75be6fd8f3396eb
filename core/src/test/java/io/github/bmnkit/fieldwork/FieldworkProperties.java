package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.fieldwork.ActionPlan.Duty;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FieldworkProperties {
    private static final LocalDate TODAY = RandomRecords.FIRST.plusDays(60);

    /** Records over a register, whatever of them cannot be so left out. */
    private record Made(FieldworkRecords.Basis basis, RandomRecords random, FieldworkRecords records) {
        static Made of(AreaRegister register, long seed) {
            RandomRecords random = new RandomRecords(register, new SplittableRandom(seed));
            FieldworkRecords.Basis basis = FieldworkRecords.Basis.bmn2569(register);
            return new Made(
                    basis,
                    random,
                    FieldworkRecords.of(basis, random.some(50), TODAY).value());
        }

        NaiveRecords naive(NaiveRecords.Ends ends) {
            return new NaiveRecords(records.all(FieldworkRecord.class), basis.register(), basis.round(), ends);
        }
    }

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    @Property(tries = 150)
    void rolesAreThoseOfEveryRecordGoneThrough(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        NaiveRecords naive = made.naive(NaiveRecords.Ends.EXCLUDED);
        boolean held = false;
        boolean several = false;
        for (int i = 0; i < 20; i++) {
            ActorId actor = made.random().actor();
            AreaCode unit = made.random().unit();
            LocalDate day = made.random().day();
            Set<RoleId> roles = made.records().roles(actor, unit, day);
            assertThat(roles).isEqualTo(naive.roles(actor, unit, day));
            held |= !roles.isEmpty();
            several |= roles.size() > 1;
        }
        Cases.met("a role", held);
        Cases.met("several roles", several);
    }

    /** On the first day a role is held, on the day of the end no more, unless by another record. */
    @Property(tries = 150)
    void termsAreHalfOpenAtTheirBorders(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        NaiveRecords naive = made.naive(NaiveRecords.Ends.EXCLUDED);
        boolean over = false;
        for (Collector collector : made.records().all(Collector.class)) {
            AreaCode unit = collector.areas().iterator().next();
            for (LocalDate day : borders(collector.term())) {
                Set<RoleId> roles = made.records().roles(collector.actor(), unit, day);
                assertThat(roles).isEqualTo(naive.roles(collector.actor(), unit, day));
                assertThat(roles.contains(Collector.ROLE)
                                || !collector.term().contains(day)
                                || unit.level() == AreaLevel.TAMBON)
                        .isTrue();
                over |= day.equals(collector.term().endExclusive()) && roles.isEmpty();
            }
        }
        Cases.met("over at the end", over);
    }

    private static List<LocalDate> borders(Term term) {
        List<LocalDate> days = new ArrayList<>(List.of(term.start().minusDays(1), term.start()));
        LocalDate end = term.endExclusive();
        if (end != null) {
            days.addAll(List.of(end.minusDays(1), end, end.plusDays(1)));
        }
        return days;
    }

    /** Negative control: who takes the end of a term for its last day is told apart. */
    @Example
    void termsWhoseLastDayIsIncludedAreCaught() {
        int told = 0;
        for (long seed = 0; seed < 20; seed++) {
            Made made = Made.of(Records.REGISTER, seed);
            NaiveRecords wrong = made.naive(NaiveRecords.Ends.INCLUDED);
            for (Collector collector : made.records().all(Collector.class)) {
                AreaCode unit = collector.areas().iterator().next();
                for (LocalDate day : borders(collector.term())) {
                    told += made.records()
                                    .roles(collector.actor(), unit, day)
                                    .equals(wrong.roles(collector.actor(), unit, day))
                            ? 0
                            : 1;
                }
            }
        }
        assertThat(told).isPositive();
    }

    @Property(tries = 100)
    void whoMayActIsWhoHoldsAWantedRole(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        AreaCode unit = made.random().unit();
        LocalDate day = made.random().day();
        Set<RoleId> wanted = new HashSet<>(List.of(made.random().role(), Collector.ROLE));
        Set<ActorId> expected = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        for (int i = 0; i < 4; i++) {
            ActorId actor = ActorId.of("u-" + i);
            if (!Collections.disjoint(made.records().roles(actor, unit, day), wanted)) {
                expected.add(actor);
            }
        }
        Cases.met("somebody", !expected.isEmpty());
        assertThat(made.records().actors(unit, day, wanted::contains)).containsExactlyElementsOf(expected);
    }

    @Property(tries = 100)
    void whatUnitsLackIsWhatNoRecordShows(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        NaiveRecords naive = made.naive(NaiveRecords.Ends.EXCLUDED);
        LocalDate day = made.random().day();
        boolean ready = false;
        for (int i = 0; i < 20; i++) {
            AreaCode unit = made.random().unit();
            List<Finding> missing = made.records().missing(unit, day);
            assertThat(missing).extracting(Finding::code).isEqualTo(naive.missing(unit, day));
            assertThat(made.records().isReady(unit, day)).isEqualTo(missing.isEmpty());
            for (Evidence what : Evidence.values()) {
                boolean lacks = missing.stream().anyMatch(finding -> finding.code() == what.missing());
                assertThat(made.records().lacking(what, unit, day).contains(unit))
                        .isEqualTo(lacks);
            }
            ready |= missing.isEmpty();
        }
        Cases.met("a unit that is ready", ready);
    }

    @Property(tries = 100)
    void thePlanIsWhatTheNearestAreaSetsWithinTheDeadlineOfTheRound(
            @ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        NaiveRecords naive = made.naive(NaiveRecords.Ends.EXCLUDED);
        AreaCode unit = made.random().area();
        LocalDate day = made.random().day();
        List<PlanRow> rows = made.records().plan(unit);
        for (PlanRow row : rows) {
            Duty duty = row.task().duty(unit.level()).orElseThrow();
            assertThat(row.due()).isEqualTo(naive.due(row.task().id(), unit, duty.byDeadline()));
            assertThat(row.done()).isEqualTo(naive.done(row.task().id(), unit).orElse(null));
            boolean isDone = row.done() != null && !row.done().on().isAfter(day);
            boolean overdue = !isDone && row.due() != null && day.isAfter(row.due());
            assertThat(row.standing(day, 3) == PlanRow.Standing.OVERDUE).isEqualTo(overdue);
        }
        assertThat(made.records().plan(unit, row -> row.unit().equals(unit))).isEqualTo(rows);
        Cases.met("a due date", rows.stream().anyMatch(row -> row.due() != null));
    }

    @Property(tries = 100)
    void whatIsWrittenIsReadBackAndWrittenTheSame(@ForAll("registers") AreaRegister register, @ForAll long seed) {
        Made made = Made.of(register, seed);
        String json = made.records().toJson();
        Reading<FieldworkRecords> reading = read(json, made.basis());
        assertThat(reading.hasErrors()).isFalse();
        assertThat(reading.value()).isEqualTo(made.records());
        assertThat(reading.value().toJson()).isEqualTo(json);
        Cases.met("many records", made.records().all(FieldworkRecord.class).size() > 20);
    }

    @Property(tries = 100)
    void documentsMergeInAnyOrder(
            @ForAll("registers") AreaRegister register, @ForAll long seed, @ForAll Random random) {
        Made made = Made.of(register, seed);
        List<FieldworkRecord> all = new ArrayList<>(made.random().some(60));
        Collections.shuffle(all, random);
        FieldworkRecords left =
                FieldworkRecords.of(made.basis(), all.subList(0, 35), TODAY).value();
        FieldworkRecords right =
                FieldworkRecords.of(made.basis(), all.subList(25, 60), TODAY).value();
        Reading<FieldworkRecords> merged = left.mergedWith(right);
        assertThat(right.mergedWith(left)).isEqualTo(merged);
        assertThat(merged.value().mergedWith(left).value()).isEqualTo(merged.value());
        assertThat(left.mergedWith(left)).isEqualTo(Reading.of(left));
        if (merged.findings().isEmpty()) {
            List<FieldworkRecord> both = new ArrayList<>(right.all(FieldworkRecord.class));
            both.addAll(left.all(FieldworkRecord.class));
            assertThat(FieldworkRecords.of(made.basis(), both, TODAY).value()).isEqualTo(merged.value());
        }
        Cases.met("a clash", !merged.findings().isEmpty());
        Cases.met("no clash", merged.findings().isEmpty());
    }

    @Property(tries = 400)
    void oneChangedByteIsNeverAnException(@ForAll int where, @ForAll byte what) {
        byte[] bytes = Records.JSON.getBytes(UTF_8);
        int at = Math.floorMod(where, bytes.length);
        boolean letter = bytes[at] >= 'a' && bytes[at] <= 'z';
        bytes[at] = letter ? (byte) ('a' + Math.floorMod(what, 26)) : what;
        Reading<FieldworkRecords> reading =
                FieldworkRecords.read(new ByteArrayInputStream(bytes), Records.BASIS, Records.TODAY);
        assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
        Cases.met("records are kept", reading.optional().isPresent());
        Cases.met("some are not", reading.hasErrors());
    }

    private static Reading<FieldworkRecords> read(String json, FieldworkRecords.Basis basis) {
        return FieldworkRecords.read(new ByteArrayInputStream(json.getBytes(UTF_8)), basis, TODAY);
    }
}
