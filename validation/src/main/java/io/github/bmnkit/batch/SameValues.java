package io.github.bmnkit.batch;

import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.rule.RuleId;
import java.util.List;

/**
 * More households with the same values than a rule allows, such as persons with one national ID in two households. The
 * values themselves are not known here.
 *
 * @param rule the rule, which fails for each of them
 * @param households how many households have the values
 * @param records how many households or members have them, those of one household counted one by one
 * @param first the first of them, by household id and member key
 */
public record SameValues(RuleId rule, long households, long records, List<Holder> first) {
    /**
     * A household, or one of its members, that has the values.
     *
     * @param household the id of the household
     * @param member the member's key; 0 for a rule of the household
     */
    public record Holder(HouseholdId household, int member) {}

    /**
     * Copies the list.
     *
     * @param rule the rule, which fails for each of them
     * @param households how many households have the values
     * @param records how many households or members have them, those of one household counted one by one
     * @param first the first of them, by household id and member key
     */
    public SameValues {
        first = List.copyOf(first);
    }
}
