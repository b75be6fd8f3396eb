package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of asking a sample of a unit's households again, where {@link Extension#SAMPLE_RECHECK} is on. It names the root
 * of the data that the sample was drawn from: after a change it says nothing about the unit any more.
 *
 * @param root the root of the data that were checked
 * @param plan how many were to be asked again, and how many of them may differ
 * @param checked how many have been asked again
 * @param differing how many of these gave other answers, by the host's own measure
 */
public record Recheck(Hash root, AcceptancePlan plan, int checked, int differing) {
    /**
     * Checks that the numbers fit together.
     *
     * @param root the root of the data that were checked
     * @param plan how many were to be asked again, and how many of them may differ
     * @param checked how many have been asked again
     * @param differing how many of these gave other answers
     * @throws IllegalArgumentException if not 0 &lt;= differing &lt;= checked &lt;= the sample of the plan
     */
    public Recheck {
        requireNonNull(root, "root");
        if (differing < 0 || differing > checked || checked > plan.sample()) {
            throw new IllegalArgumentException(
                    differing + " differ of " + checked + " checked of a sample of " + plan.sample());
        }
    }

    /** What a re-check comes to. */
    public enum Outcome {
        /** All were asked again, and no more differ than may. */
        ACCEPTED("ผ่าน", "accepted"),
        /** More differ than may, whether all were asked again or not. */
        REJECTED("ไม่ผ่าน", "rejected"),
        /** Some must still be asked again. */
        UNFINISHED("ยังไม่เสร็จ", "not finished");

        private final Text text;

        Outcome(String th, String en) {
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

    /**
     * Evaluates a re-check.
     *
     * @param root the root of the data that were checked
     * @param plan how many were to be asked again, and how many of them may differ
     * @param drawn the households that were drawn: {@link AcceptancePlan#draw}
     * @param agrees for each household that has been asked again, whether its answers agree with the confirmed ones
     * @return what came of it so far
     * @throws IllegalArgumentException if there are not as many households as in the sample of the plan, or one was asked
     *     that was not drawn
     */
    public static Recheck of(
            Hash root, AcceptancePlan plan, Collection<HouseholdId> drawn, Map<HouseholdId, Boolean> agrees) {
        Set<HouseholdId> sample = new TreeSet<>(drawn);
        if (sample.size() != plan.sample()) {
            throw new IllegalArgumentException(sample.size() + " households in a sample of " + plan.sample());
        }
        for (HouseholdId household : agrees.keySet()) {
            if (!sample.contains(household)) {
                throw new IllegalArgumentException("household " + household + " was not drawn");
            }
        }
        int differing =
                Math.toIntExact(agrees.values().stream().filter(each -> !each).count());
        return new Recheck(root, plan, agrees.size(), differing);
    }

    /**
     * Returns what the re-check comes to.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        if (differing > plan.acceptance()) {
            return Outcome.REJECTED;
        }
        return checked == plan.sample() ? Outcome.ACCEPTED : Outcome.UNFINISHED;
    }

    /** Whether the sample was drawn from the data that a unit has now. */
    boolean isOf(Hash data, Figures figures) {
        return root.equals(data) && plan.lot() == figures.confirmed();
    }
}
