package io.github.bmnkit.testing;

import io.github.bmnkit.response.HouseholdResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A made-up household in which all is in order, and who lives there.
 *
 * @param response the answers
 * @param persons the members, the head first
 * @param survey the day of the interview
 */
public record CleanHousehold(HouseholdResponse response, List<Person> persons, LocalDate survey) {
    /** How many of the members are so. */
    public int count(Predicate<Person> so) {
        return (int) persons.stream().filter(so).count();
    }

    /** How many members there are. */
    public int size() {
        return persons.size();
    }
}
