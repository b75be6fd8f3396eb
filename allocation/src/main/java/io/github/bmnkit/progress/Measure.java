package io.github.bmnkit.progress;

import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Text;

/** Which step of the work makes a household count as done. The host chooses; a later step includes the earlier ones. */
public enum Measure {
    /** The interview is done and recorded (step 9 of the activity list). */
    COLLECTED("จัดเก็บแล้ว", "collected", 1),
    /** The collector checked the data (step 10). */
    CHECKED("ตรวจสอบแล้ว", "checked", 2),
    /** The household confirmed the data (step 10). */
    CONFIRMED("หัวหน้าครัวเรือนหรือผู้แทนยืนยันแล้ว", "confirmed by the household", 3);

    private final Text text;
    private final int step;

    Measure(String th, String en, int step) {
        text = Text.of(th, en);
        this.step = step;
    }

    /**
     * Returns the name for people.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }

    boolean isReachedBy(int other) {
        return other >= step;
    }

    /** Which step an event is: from 1 on for those that come with data, 0 for all others. */
    static int step(HouseholdEvent event) {
        if (event instanceof HouseholdEvent.Collected) {
            return COLLECTED.step;
        }
        if (event instanceof HouseholdEvent.Checked) {
            return CHECKED.step;
        }
        return event instanceof HouseholdEvent.Confirmed ? CONFIRMED.step : 0;
    }
}
