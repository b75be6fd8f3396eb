package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.time.Instant;

/**
 * Something that happened to a household in the field. The steps of the papers are {@link Assigned}, {@link Collected},
 * {@link Checked} and {@link Confirmed}, each for every household; {@link Returned} and {@link ResolvedWithoutData} are
 * extensions of this SDK. Progress counts these events, and certification asks for them.
 *
 * <p>The answers themselves are no part of an event: it names their commitment, a salted digest that says nothing about
 * them and shows later that they are the same.
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
     * The interview was done and recorded (step 9 of the activity list), or recorded answers were corrected: what was
     * checked and confirmed before is so no longer.
     *
     * @param id the id of the event
     * @param household which household
     * @param at when
     * @param actor who collected it
     * @param commitment the salted digest of the answers, 64 hexadecimal digits in small letters
     */
    record Collected(String id, HouseholdId household, Instant at, ActorId actor, String commitment)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who collected it
         * @param commitment the salted digest of the answers, 64 hexadecimal digits in small letters
         * @throws IllegalArgumentException if the commitment is not such a digest
         */
        public Collected {
            check(id, household, at, actor);
            checkCommitment(commitment);
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
     * @param commitment the salted digest of the answers that were confirmed, 64 hexadecimal digits in small letters
     */
    record Confirmed(String id, HouseholdId household, Instant at, ActorId actor, Confirmer by, String commitment)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who recorded the confirmation
         * @param by who confirmed
         * @param commitment the salted digest of the answers that were confirmed, 64 hexadecimal digits in small letters
         * @throws IllegalArgumentException if the commitment is not such a digest
         */
        public Confirmed {
            check(id, household, at, actor);
            requireNonNull(by, "by");
            checkCommitment(commitment);
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
     * @param evidence the host's reference to what shows it, such as the id of a visit's record; not blank, not personal
     */
    record ResolvedWithoutData(
            String id, HouseholdId household, Instant at, ActorId actor, NonResponse reason, String evidence)
            implements HouseholdEvent {
        /**
         * Checks that every part is there.
         *
         * @param id the id of the event
         * @param household which household
         * @param at when
         * @param actor who established it
         * @param reason why not
         * @param evidence the host's reference to what shows it, such as the id of a visit's record; not blank, not personal
         * @throws IllegalArgumentException if the evidence is blank
         */
        public ResolvedWithoutData {
            check(id, household, at, actor);
            requireNonNull(reason, "reason");
            if (evidence.isBlank()) {
                throw new IllegalArgumentException("no data needs evidence");
            }
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

    private static void checkCommitment(String commitment) {
        boolean digest = commitment.length() == 64;
        for (int i = 0; i < commitment.length() && digest; i++) {
            char c = commitment.charAt(i);
            digest = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        if (!digest) {
            throw new IllegalArgumentException("not a digest of 64 hexadecimal digits: " + commitment);
        }
    }
}
