package io.github.bmnkit.examples.synthetic;

import java.time.LocalDate;
import java.time.Period;

/**
 * A made-up member of a household.
 *
 * @param key the member's key in the response
 * @param role the relation to the head, such as {@code CHILD}
 * @param male whether male
 * @param birth the date of birth
 * @param age completed years on the day of the interview
 * @param months completed months on the day of the interview
 * @param occupation the group of the occupation, such as {@code FARM}
 * @param rank the rank of the education, from 0 to 8
 * @param health 0 without condition, 1 disabled, 2 chronically ill
 * @param able whether able to care for oneself
 * @param card whether a holder of a welfare card
 */
public record Person(
        int key,
        String role,
        boolean male,
        LocalDate birth,
        int age,
        int months,
        String occupation,
        int rank,
        int health,
        boolean able,
        boolean card) {
    static Person born(int key, String role, boolean male, LocalDate birth, LocalDate survey) {
        Period lived = Period.between(birth, survey);
        return new Person(
                key, role, male, birth, lived.getYears(), (int) lived.toTotalMonths(), "NONE", 0, 0, true, false);
    }

    Person with(String newOccupation, int newRank) {
        return new Person(key, role, male, birth, age, months, newOccupation, newRank, health, able, card);
    }

    Person with(int newHealth, boolean newAble, boolean newCard) {
        return new Person(key, role, male, birth, age, months, occupation, rank, newHealth, newAble, newCard);
    }

    /**
     * Tells whether of an age.
     *
     * @param from the least, in completed years
     * @param to the most, in completed years
     * @return true if so
     */
    public boolean isAged(int from, int to) {
        return age >= from && age <= to;
    }

    /**
     * Tells whether disabled and not able to care for oneself.
     *
     * @return true if so
     */
    public boolean isDependent() {
        return health == 1 && !able;
    }

    /**
     * Tells whether in work: with an occupation that is no schooling.
     *
     * @return true if so
     */
    public boolean works() {
        return !occupation.equals("NONE") && !occupation.equals("STUDENT");
    }

    /**
     * Tells whether counted among those of working age who could work.
     *
     * @return true if so
     */
    public boolean couldWork() {
        return isAged(15, 59) && !occupation.equals("STUDENT") && !isDependent();
    }

    /**
     * Tells whether counted among the older persons who could work.
     *
     * @return true if so
     */
    public boolean couldWorkOld() {
        return age >= 60 && !isDependent();
    }
}
