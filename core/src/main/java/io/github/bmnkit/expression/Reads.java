package io.github.bmnkit.expression;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the value of an expression can depend on. Changing anything else changes nothing.
 *
 * @param household names that have one value in the household
 * @param parameters names of parameters
 * @param member names of the member for whom the expression is evaluated
 * @param everyMember names whose values of all members are read
 * @param roster whether it depends on how many members there are, or on their order
 * @param position whether it depends on the position of the member
 * @param today whether it depends on today's date
 */
public record Reads(
        Set<String> household,
        Set<String> parameters,
        Set<String> member,
        Set<String> everyMember,
        boolean roster,
        boolean position,
        boolean today) {
    /**
     * Copies the sets, sorted.
     *
     * @param household names that have one value in the household
     * @param parameters names of parameters
     * @param member names of the member for whom the expression is evaluated
     * @param everyMember names whose values of all members are read
     * @param roster whether it depends on how many members there are, or on their order
     * @param position whether it depends on the position of the member
     * @param today whether it depends on today's date
     */
    public Reads {
        household = Collections.unmodifiableSet(new TreeSet<>(household));
        parameters = Collections.unmodifiableSet(new TreeSet<>(parameters));
        member = Collections.unmodifiableSet(new TreeSet<>(member));
        everyMember = Collections.unmodifiableSet(new TreeSet<>(everyMember));
    }

    /**
     * Returns every name that is read, at whatever level.
     *
     * @return the names, sorted
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(household);
        names.addAll(parameters);
        names.addAll(member);
        names.addAll(everyMember);
        return Collections.unmodifiableSet(names);
    }
}
