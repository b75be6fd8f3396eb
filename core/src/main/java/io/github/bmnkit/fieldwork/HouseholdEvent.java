package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.time.Instant;

/**
 * Something that happened to a household in the field. The steps of the papers are {@link Assigned}, {@link Collected},
 * {@link Checked} and {@link Confirmed}, each for every household; {@link Returned} and {@link ResolvedWithoutData} are
 * extensions of this SDK. Progress counts these events, and certification asks for them.
 */
public sealed interface HouseholdEvent {
    /**
     * Returns the id of the event, by which it is recognised when it arrives twice.
     *
     * @return an id, unique among all events of a round
     */
    String id();

    /**
     * Returns which household.
     *
     * @return the household
     */
    HouseholdId household();

    /**
     * Returns when it happened.
     *
     * @return the moment
     */
    Instant at();

    /**
     * Returns who reported it.
     *
     * @return the actor
     */
    ActorId actor();

    /**
     * The household was given to a collector.
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who assigned it
     * @param collector who shall visit it
     */
    record Assigned(String id, HouseholdId household, Instant at, ActorId actor, ActorId collector)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who assigned it
         * @param collector who shall visit it
         */
        public Assigned {
            check(id, household, at, actor);
            requireNonNull(collector, "collector");
        }
    }

    /**
     * The interview was done and recorded (step 9 of the activity list).
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who collected it
     */
    record Collected(String id, HouseholdId household, Instant at, ActorId actor) implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who collected it
         */
        public Collected {
            check(id, household, at, actor);
        }
    }

    /**
     * The collector checked the household's data (step 10).
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who checked
     */
    record Checked(String id, HouseholdId household, Instant at, ActorId actor) implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who checked
         */
        public Checked {
            check(id, household, at, actor);
        }
    }

    /**
     * The head of the household, or a representative, confirmed the data (step 10).
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who recorded the confirmation
     * @param by who confirmed
     */
    record Confirmed(String id, HouseholdId household, Instant at, ActorId actor, Confirmer by)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who recorded the confirmation
         * @param by who confirmed
         */
        public Confirmed {
            check(id, household, at, actor);
            requireNonNull(by, "by");
        }
    }

    /**
     * The data went back to the collector for correction (an extension).
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who returned them
     * @param reason the host's code of the reason, not blank
     */
    record Returned(String id, HouseholdId household, Instant at, ActorId actor, String reason)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who returned them
         * @param reason the host's code of the reason, not blank
         * @throws IllegalArgumentException if the reason is blank
         */
        public Returned {
            check(id, household, at, actor);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("data are returned for a reason");
            }
        }
    }

    /**
     * There will be no data from this household (an extension).
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who established it
     * @param reason why not
     */
    record ResolvedWithoutData(String id, HouseholdId household, Instant at, ActorId actor, NonResponse reason)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who established it
         * @param reason why not
         */
        public ResolvedWithoutData {
            check(id, household, at, actor);
            requireNonNull(reason, "reason");
        }
    }

    /** Who confirmed a household's data. */
    enum Confirmer {
        /** The head of the household. */
        HEAD("หัวหน้าครัวเรือน", "head of household"),
        /** A representative of the household. */
        REPRESENTATIVE("ผู้แทนครัวเรือน", "representative");

        private final Text text;

        Confirmer(String th, String en) {
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

    /** Why a household gives no data, in the terms of survey methodology (non-response and ineligibility). */
    enum NonResponse {
        /** The household lives elsewhere now. */
        MOVED("ย้ายออก", "moved away"),
        /** Nobody lives in the dwelling. */
        VACANT("บ้านว่าง", "vacant"),
        /** The household does not want to take part. */
        REFUSED("ไม่ให้ข้อมูล", "refused"),
        /** Nobody could be met. */
        NOT_REACHED("ติดต่อไม่ได้", "not reached");

        private final Text text;

        NonResponse(String th, String en) {
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

    private static void check(String id, HouseholdId household, Instant at, ActorId actor) {
        requireNonNull(household, "household");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        if (id.isBlank()) {
            throw new IllegalArgumentException("an event needs an id");
        }
    }
}
