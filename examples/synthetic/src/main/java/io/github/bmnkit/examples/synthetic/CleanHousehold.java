package io.github.bmnkit.examples.synthetic;

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
    /**
     * Copies the list.
     *
     * @param response the answers
     * @param persons the members, the head first
     * @param survey the day of the interview
     */
    public CleanHousehold {
        persons = List.copyOf(persons);
    }

    /**
     * Returns how many of the members are so.
     *
     * @param so what they are asked
     * @return the number
     */
    public int count(Predicate<Person> so) {
        return (int) persons.stream().filter(so).count();
    }

    /**
     * Returns how many members there are.
     *
     * @return the number
     */
    public int size() {
        return persons.size();
    }
}
