package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an office knows of the work in its area: who may act where and when, what of the action plan is done, and what units
 * still lack. A host keeps one document for each province or district, as suits it, and merges them. Days are days in
 * Thailand.
 */
public final class FieldworkRecords {
    private final Basis basis;
    private final List<FieldworkRecord> records;
    private final Territory territory;
    private final People people;
    private final Progress progress;

    /** The records have been checked against the basis. */
    FieldworkRecords(Basis basis, Collection<? extends FieldworkRecord> records) {
        this.basis = basis;
        this.records = RecordParts.sorted(records);
        territory = new Territory(basis.register());
        people = new People(this.records, territory);
        progress = new Progress(basis, this.records, territory);
    }

    /**
     * What records are held against.
     *
     * @param register the areas
     * @param roles the catalogue of roles
     * @param plan the action plan
     * @param round the round, which has the deadlines
     */
    public record Basis(AreaRegister register, Roles roles, ActionPlan plan, SurveyRound round) {
        /**
         * Checks that every part is there, and that the plan fits the round.
         *
         * @param register the areas
         * @param roles the catalogue of roles
         * @param plan the action plan
         * @param round the round, which has the deadlines
         * @throws IllegalArgumentException if the plan does not fit the round; {@link ActionPlan#check} says why
         */
        public Basis {
            requireNonNull(register, "register");
            requireNonNull(roles, "roles");
            List<Finding> misfits = plan.check(round);
            if (!misfits.isEmpty()) {
                throw new IllegalArgumentException(
                        "the plan " + plan.id() + " does not fit " + round.id() + ": " + misfits);
            }
        }

        /**
         * Returns the basis of the round of B.E. 2569, with the roles and the plan of its papers.
         *
         * @param register the areas
         * @return the basis
         */
        public static Basis bmn2569(AreaRegister register) {
            return new Basis(register, Roles.bmn2569(), ActionPlan.bmn2569(), SurveyRounds.bmn2569());
        }
    }

    /**
     * Reads records from JSON. Dates are of the Buddhist Era, as {@link io.github.bmnkit.identity.BuddhistDate} reads them. A
     * record, or a member of a working group, with something wrong is left out with a finding; all others are kept.
     *
     * @param json the records, in the form of {@code fieldwork.schema.json}, up to 16 MiB; read to its end and not closed
     * @param basis what they are held against
     * @param today the day on which they are read: dates of what was done are found if they are later
     * @return the records, unless the document as a whole is wrong, and the findings with line, column and JSON Pointer
     */
    public static Reading<FieldworkRecords> read(InputStream json, Basis basis, LocalDate today) {
        return JsonDocument.read(
                requireNonNull(json, "json"), JsonLimits.DEFAULT, new RecordsDecoder(basis, today).records());
    }

    /**
     * Returns records that a host keeps in its own way, such as in tables. The order of the records plays no part; two that
     * are equal are one. A record with something wrong is left out with a finding; all others are kept.
     *
     * @param basis what they are held against
     * @param records the records
     * @param today the day on which they are taken: dates of what was done are found if they are later
     * @return the records and the findings
     */
    public static Reading<FieldworkRecords> of(
            Basis basis, Collection<? extends FieldworkRecord> records, LocalDate today) {
        RecordCheck check = new RecordCheck(basis, today);
        List<Finding> findings = new ArrayList<>();
        List<FieldworkRecord> kept = new ArrayList<>();
        for (FieldworkRecord record : RecordParts.sorted(records)) {
            List<Finding> found = new ArrayList<>(check.parts(record));
            if (!isWrong(found)) {
                found.addAll(check.whole(record));
            }
            if (record instanceof WorkingGroup group) {
                group.members().forEach(member -> found.addAll(check.member(member, group.order())));
            }
            findings.addAll(found);
            if (!isWrong(found)) {
                kept.add(record);
            }
        }
        return Reading.of(
                new FieldworkRecords(basis, withoutClashes(kept, new Territory(basis.register()), findings)), findings);
    }

    /**
     * Returns these records together with others. Records that both have are one. Of two that cannot both be so, such as two
     * days on which one unit did one task, the first in the order of the document is kept, with a finding, whichever of the
     * two documents has it.
     *
     * @param other other records on the same basis
     * @return all records and the findings
     * @throws IllegalArgumentException if the others are on another basis
     */
    public Reading<FieldworkRecords> mergedWith(FieldworkRecords other) {
        if (!basis.equals(other.basis)) {
            throw new IllegalArgumentException("records on different bases do not merge");
        }
        List<Finding> findings = new ArrayList<>();
        List<FieldworkRecord> all =
                RecordParts.sorted(Stream.of(records, other.records).flatMap(List::stream).toList());
        return Reading.of(new FieldworkRecords(basis, withoutClashes(all, territory, findings)), findings);
    }

    private static List<FieldworkRecord> withoutClashes(
            List<FieldworkRecord> records, Territory territory, List<Finding> findings) {
        Map<String, List<FieldworkRecord>> byKey = new HashMap<>();
        List<FieldworkRecord> kept = new ArrayList<>();
        for (FieldworkRecord record : records) {
            List<FieldworkRecord> same = byKey.computeIfAbsent(
                    RecordParts.kind(record) + " " + RecordParts.key(record), any -> new ArrayList<>());
            if (same.stream().anyMatch(other -> RecordParts.clash(record, other, territory))) {
                findings.add(RecordCheck.duplicate(record));
            } else {
                same.add(record);
                kept.add(record);
            }
        }
        return kept;
    }

    private static boolean isWrong(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /**
     * Returns what the records are held against.
     *
     * @return the basis
     */
    public Basis basis() {
        return basis;
    }

    /**
     * Returns all records of a kind.
     *
     * @param type the kind, such as {@code WorkingGroup.class}; {@code FieldworkRecord.class} for every kind
     * @param <T> the kind
     * @return the records, by area, and plan dates by task
     */
    public <T extends FieldworkRecord> List<T> all(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Writes the records as {@link #read} reads them: sorted, dates of the Buddhist Era.
     *
     * @return the JSON text, the same for equal records
     */
    public String toJson() {
        return RecordsWriter.write(this);
    }

    /**
     * Returns the roles of someone at a unit: those of a member of its working groups, of an appointment there, and of a
     * collector.
     *
     * @param actor who
     * @param unit at which unit
     * @param day on which day
     * @return the roles, sorted; empty for someone who is not known
     */
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        return people.roles(requireNonNull(actor, "actor"), requireNonNull(unit, "unit"), day);
    }

    /**
     * Returns who may act at a unit. With what a definition of certification says of the unit's level: who may present
     * ({@code presentedBy()::contains}), who may sign ({@code process::signs}).
     *
     * @param unit at which unit
     * @param day on which day
     * @param wanted takes the roles of which one is enough
     * @return the actors, sorted by id
     */
    public Set<ActorId> actors(AreaCode unit, LocalDate day, Predicate<RoleId> wanted) {
        return people.actors(requireNonNull(unit, "unit"), day, wanted);
    }

    /**
     * Returns the tasks of a unit.
     *
     * @param unit an area of the register
     * @return a row for each task that the plan has its level do, in the order of the plan
     */
    public List<PlanRow> plan(AreaCode unit) {
        return progress.plan(known(unit));
    }

    /**
     * Returns the tasks of an area and of all units beneath it that stand in a certain way: what is overdue on a day, or due
     * within a fortnight.
     *
     * @param within the area
     * @param wanted takes the rows that are asked for, such as {@code row -> row.standing(day, 14) == PlanRow.Standing.OVERDUE}
     * @return the rows, in the order of the plan
     * @throws IllegalArgumentException if the area is not in the register
     */
    public List<PlanRow> plan(AreaCode within, Predicate<PlanRow> wanted) {
        return progress.planWithin(known(within)).filter(wanted).toList();
    }

    /**
     * Returns what a unit still lacks of what the plan asks of it: a working group and its readiness, collectors who are
     * briefed and registered, and so on.
     *
     * @param unit an area of the register
     * @param day on which day
     * @return a finding for each thing that records do not show, in the order of the plan
     * @throws IllegalArgumentException if the area is not in the register
     */
    public List<Finding> missing(AreaCode unit, LocalDate day) {
        return progress.missing(known(unit), day);
    }

    /**
     * Tells whether a unit is ready for the collection: nothing is {@linkplain #missing missing}. That this is what ready
     * means is a reading of ours.
     *
     * @param unit an area of the register
     * @param day on which day
     * @return true if records show all that the plan asks of it
     * @throws IllegalArgumentException if the area is not in the register
     */
    public boolean isReady(AreaCode unit, LocalDate day) {
        return missing(unit, day).isEmpty();
    }

    /**
     * Returns the units that lack something that the plan asks of them.
     *
     * @param what what they may lack, such as {@link Evidence#WORKING_GROUP}
     * @param within in which area, itself included
     * @param day on which day
     * @return the units, by level and code
     * @throws IllegalArgumentException if the area is not in the register
     */
    public List<AreaCode> lacking(Evidence what, AreaCode within, LocalDate day) {
        return progress.lacking(requireNonNull(what, "what"), known(within), day);
    }

    /**
     * Returns who collects in an area.
     *
     * @param area an area of the register
     * @param day on which day
     * @return the active collectors, in no particular order
     * @throws IllegalArgumentException if the area is not in the register
     */
    public Set<ActorId> collectors(AreaCode area, LocalDate day) {
        return progress.collectors(known(area), day, false, false);
    }

    /**
     * Compares the collectors of villages with how many are needed: in the papers one for 40 households, or as suits each
     * area (step 6), which the host works out.
     *
     * @param within in which area
     * @param needed how many a village needs
     * @param day on which day
     * @return a finding for each village with fewer active collectors
     * @throws IllegalArgumentException if the area is not in the register
     */
    public List<Finding> tooFewCollectors(AreaCode within, ToLongFunction<AreaCode> needed, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        for (AreaCode village : territory.villages(known(within))) {
            long due = needed.applyAsLong(village);
            int count = collectors(village, day).size();
            if (count < due) {
                findings.add(Finding.of(FieldworkFinding.TOO_FEW_COLLECTORS)
                        .with("unit", village.value())
                        .with("count", count)
                        .with("needed", due));
            }
        }
        return findings;
    }

    private AreaCode known(AreaCode area) {
        if (!territory.contains(area)) {
            throw new IllegalArgumentException("no " + area.level().text() + " " + area + " in the register");
        }
        return area;
    }

    /** Records are equal if they hold the same on the same basis. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldworkRecords that && basis.equals(that.basis) && records.equals(that.records);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    /** Returns how many records there are. */
    @Override
    public String toString() {
        return "FieldworkRecords[" + basis.round().id() + ", records=" + records.size() + "]";
    }
}
