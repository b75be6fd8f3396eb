package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.finding.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task of the plan as it stands at one unit.
 *
 * @param task which task
 * @param unit at which unit
 * @param due the last day, Common Era: the deadline of the round, or an earlier date that an area set; null if there is
 *     neither
 * @param done that it was done; null if not yet
 */
public record PlanRow(
        Task task,
        AreaCode unit,
        @Nullable LocalDate due,
        @Nullable Done done) {
    /**
     * Checks that task and unit are there.
     *
     * @param task which task
     * @param unit at which unit
     * @param due the last day, Common Era; null if there is none
     * @param done that it was done; null if not yet
     */
    public PlanRow {
        requireNonNull(task, "task");
        requireNonNull(unit, "unit");
    }

    /**
     * Tells how the task stands on a day.
     *
     * @param day the day
     * @param soonDays how many days before its last day a task is due soon, from 0
     * @return the standing
     */
    public Standing standing(LocalDate day, int soonDays) {
        if (done != null && !done.on().isAfter(day)) {
            return due != null && done.on().isAfter(due) ? Standing.DONE_LATE : Standing.DONE;
        }
        if (due == null) {
            return Standing.OPEN;
        }
        if (day.isAfter(due)) {
            return Standing.OVERDUE;
        }
        return day.plusDays(soonDays).isBefore(due) ? Standing.OPEN : Standing.DUE_SOON;
    }

    /** How a task stands on a day. */
    public enum Standing {
        /** Not done, without a last day or with time left. */
        OPEN("ยังไม่ถึงกำหนด", "open"),
        /** Not done, and the last day is near. */
        DUE_SOON("ใกล้ครบกำหนด", "due soon"),
        /** Not done, and the last day is past. */
        OVERDUE("เลยกำหนด", "overdue"),
        /** Done. */
        DONE("แล้วเสร็จ", "done"),
        /** Done after the last day. */
        DONE_LATE("แล้วเสร็จล่าช้า", "done late");

        private final Text text;

        Standing(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the name for people.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }
}
