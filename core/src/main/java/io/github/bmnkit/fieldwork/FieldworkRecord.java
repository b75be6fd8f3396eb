package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityKind;
import java.time.LocalDate;

/**
 * One record of the work: what the offices keep of steps 2 to 8, 16 and 17 of the activity list. Persons are opaque ids of
 * the host; records hold no other personal data.
 */
public sealed interface FieldworkRecord
        permits Appointment,
                Collector,
                FieldworkRecord.Cooperation,
                FieldworkRecord.Done,
                FieldworkRecord.DueDate,
                FieldworkRecord.Publicity,
                SupportVisit,
                WorkingGroup {

    /**
     * By when an area wants a task of the action plan done, beside what the papers say: it holds for the units of a level in
     * the area, unless an area nearer to the unit sets another date. It never postpones a deadline of the round.
     *
     * @param task the id of the task
     * @param area which area sets the date
     * @param level for its units of which level; its own for the area alone
     * @param by the last day, Common Era
     */
    record DueDate(String task, AreaCode area, AreaLevel level, LocalDate by) implements FieldworkRecord {
        /**
         * Checks that every part is there.
         *
         * @param task the id of the task
         * @param area which area sets the date
         * @param level for its units of which level; its own for the area alone
         * @param by the last day, Common Era
         */
        public DueDate {
            requireNonNull(task, "task");
            requireNonNull(area, "area");
            requireNonNull(level, "level");
            requireNonNull(by, "by");
        }
    }

    /**
     * A unit has done a task of the action plan.
     *
     * @param task the id of the task
     * @param unit which unit
     * @param on when, Common Era
     * @param by who did it or says so
     */
    record Done(String task, AreaCode unit, LocalDate on, ActorId by) implements FieldworkRecord {
        /**
         * Checks that every part is there.
         *
         * @param task the id of the task
         * @param unit which unit
         * @param on when, Common Era
         * @param by who did it or says so
         */
        public Done {
            requireNonNull(task, "task");
            requireNonNull(unit, "unit");
            requireNonNull(on, "on");
            requireNonNull(by, "by");
        }
    }

    /**
     * An area told the public and asked for its cooperation (ประชาสัมพันธ์, step 4).
     *
     * @param area which area
     * @param on when, Common Era
     * @param what how, in the host's words, such as the channel
     */
    record Publicity(AreaCode area, LocalDate on, String what) implements FieldworkRecord {
        /**
         * Checks that every part is there.
         *
         * @param area which area
         * @param on when, Common Era
         * @param what how, in the host's words, such as the channel
         * @throws IllegalArgumentException if it does not say how
         */
        public Publicity {
            requireNonNull(area, "area");
            requireNonNull(on, "on");
            if (what.isBlank()) {
                throw new IllegalArgumentException("publicity by what means?");
            }
        }
    }

    /**
     * A local authority cooperates in an area (step 8). An อบจ. may, but certifies nothing.
     *
     * @param authority which authority, in the register or not
     * @param kind of which kind
     * @param area where: a district, a province, or its own part of a district
     * @param on since when, Common Era
     * @param certifies whether it is taken for one that certifies data
     * @param what in what it cooperates, in the host's words
     */
    record Cooperation(
            LocalAuthorityCode authority,
            LocalAuthorityKind kind,
            AreaCode area,
            LocalDate on,
            boolean certifies,
            String what)
            implements FieldworkRecord {
        /**
         * Checks that every part is there. Whether an authority of this kind can certify is checked with the records.
         *
         * @param authority which authority, in the register or not
         * @param kind of which kind
         * @param area where: a district, a province, or its own part of a district
         * @param on since when, Common Era
         * @param certifies whether it is taken for one that certifies data
         * @param what in what it cooperates, in the host's words
         * @throws IllegalArgumentException if it does not say in what
         */
        public Cooperation {
            requireNonNull(authority, "authority");
            requireNonNull(kind, "kind");
            requireNonNull(area, "area");
            requireNonNull(on, "on");
            if (what.isBlank()) {
                throw new IllegalArgumentException("cooperation in what?");
            }
        }
    }
}
