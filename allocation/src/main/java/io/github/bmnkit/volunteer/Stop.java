package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.identity.HouseholdId;
import java.util.HashSet;
import java.util.Set;

/**
 * One household on the route of a village, and whom it can receive.
 *
 * @param household which household
 * @param language the language that its volunteer must have, in the host's own codes; empty if any volunteer will do
 * @param unwanted the volunteers whom the household does not want
 */
public record Stop(HouseholdId household, String language, Set<ActorId> unwanted) {
    /**
     * Copies the set.
     *
     * @param household which household
     * @param language the language that its volunteer must have, or empty
     * @param unwanted the volunteers whom the household does not want
     */
    public Stop {
        requireNonNull(household, "household");
        requireNonNull(language, "language");
        unwanted = Set.copyOf(unwanted);
    }

    /**
     * Returns a stop that any volunteer may visit who does not live there.
     *
     * @param household which household
     * @return the stop
     */
    public static Stop of(HouseholdId household) {
        return new Stop(household, "", Set.of());
    }

    /**
     * Returns this stop with a language.
     *
     * @param newLanguage the host's code of the language; empty if any volunteer will do
     * @return the stop
     */
    public Stop withLanguage(String newLanguage) {
        return new Stop(household, newLanguage, unwanted);
    }

    /**
     * Returns this stop with one more volunteer whom the household does not want.
     *
     * @param volunteer who
     * @return the stop
     */
    public Stop withUnwanted(ActorId volunteer) {
        Set<ActorId> more = new HashSet<>(unwanted);
        more.add(volunteer);
        return new Stop(household, language, more);
    }
}
