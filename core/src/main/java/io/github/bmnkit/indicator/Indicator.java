package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One indicator as its set defines it: what it asks of a household, whom it is about, and how those are counted who do
 * not meet it. The expressions were checked against the form of the set.
 *
 * @param number its number on the form
 * @param dimension the id of the dimension that it belongs to
 * @param title its name: the Thai one is official, the English one says the same
 * @param unit what it counts
 * @param base how many persons it is about, an expression of the household; null for an indicator of households
 * @param baseMembers which members of the roster these persons are, a condition on a member; null if the roster does
 *     not tell
 * @param applicable when it is about the household; null if it always is
 * @param criterion what the household must fulfil
 * @param personsNotMet how many persons do not meet it, an expression of the household; null for an indicator of
 *     households
 * @param notMetByAge how many of these are of which age, if the form asks; else empty
 * @param confidence how sure it is that the department counts like this
 * @param remark what else is known of it; null for nothing
 * @param sources keys of the sources of the set that it rests on
 */
public record Indicator(
        int number,
        String dimension,
        Text title,
        Unit unit,
        @Nullable String base,
        @Nullable String baseMembers,
        @Nullable String applicable,
        String criterion,
        @Nullable String personsNotMet,
        List<AgeGroup> notMetByAge,
        Text confidence,
        @Nullable Text remark,
        List<String> sources) {
    /** What an indicator counts. */
    public enum Unit {
        /** Persons: how many of a household does not say how many of another. */
        PERSON("คน", "persons"),
        /** Households, each once. */
        HOUSEHOLD("ครัวเรือน", "households");

        private final Text text;

        Unit(String th, String en) {
            this.text = Text.of(th, en);
        }

        /**
         * Returns what to write beside a number.
         *
         * @return the plural in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /**
     * How many persons of some ages do not meet a criterion, where the form asks for them apart.
     *
     * @param from the youngest age in completed years, included
     * @param to the oldest age, included; null for all above
     * @param persons how many of them do not meet it, an expression of the household
     */
    public record AgeGroup(int from, @Nullable Integer to, String persons) {
        /**
         * Checks the ages.
         *
         * @param from the youngest age in completed years, included
         * @param to the oldest age, included; null for all above
         * @param persons how many of them do not meet it, an expression of the household
         * @throws IllegalArgumentException if there is no such age
         */
        public AgeGroup {
            requireNonNull(persons, "persons");
            if (from < 0 || (to != null && to < from)) {
                throw new IllegalArgumentException("no ages from " + from + " to " + to);
            }
        }

        /**
         * Returns the oldest age.
         *
         * @return the age, included; empty for all above
         */
        public OptionalInt oldest() {
            return to == null ? OptionalInt.empty() : OptionalInt.of(to);
        }

        /**
         * Tells whether an age belongs to the group.
         *
         * @param age completed years
         * @return true from the youngest to the oldest age
         */
        public boolean contains(int age) {
            return from <= age && (to == null || age <= to);
        }
    }

    /**
     * Copies the lists and checks that what counts persons is there for an indicator of persons, and only there.
     *
     * @param number its number on the form
     * @param dimension the id of the dimension that it belongs to
     * @param title its name: the Thai one is official, the English one says the same
     * @param unit what it counts
     * @param base how many persons it is about, an expression of the household; null for an indicator of households
     * @param baseMembers which members of the roster these persons are, a condition on a member; null if the roster does
     *     not tell
     * @param applicable when it is about the household; null if it always is
     * @param criterion what the household must fulfil
     * @param personsNotMet how many persons do not meet it, an expression of the household; null for an indicator of
     *     households
     * @param notMetByAge how many of these are of which age, if the form asks; else empty
     * @param confidence how sure it is that the department counts like this
     * @param remark what else is known of it; null for nothing
     * @param sources keys of the sources of the set that it rests on
     * @throws IllegalArgumentException if the number is not positive, or the unit does not go with what is counted
     */
    public Indicator {
        requireNonNull(dimension, "dimension");
        requireNonNull(title, "title");
        requireNonNull(unit, "unit");
        requireNonNull(criterion, "criterion");
        requireNonNull(confidence, "confidence");
        notMetByAge = List.copyOf(notMetByAge);
        sources = List.copyOf(sources);
        if (number < 1) {
            throw new IllegalArgumentException("not the number of an indicator: " + number);
        }
        if (!countsItsUnit(unit, base, baseMembers, personsNotMet, notMetByAge)) {
            throw new IllegalArgumentException("indicator " + number + " does not count " + unit);
        }
    }

    static boolean countsItsUnit(
            Unit unit,
            @Nullable String base,
            @Nullable String baseMembers,
            @Nullable String personsNotMet,
            List<AgeGroup> notMetByAge) {
        return unit == Unit.PERSON
                ? base != null && personsNotMet != null
                : base == null && baseMembers == null && personsNotMet == null && notMetByAge.isEmpty();
    }
}
