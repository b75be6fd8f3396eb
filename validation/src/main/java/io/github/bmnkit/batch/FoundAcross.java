package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.identity.HouseholdId;
import java.util.List;

/**
 * Something found across households, with whom it concerns: persons with one national ID in two households, a household
 * that came twice, a collector with too many households. The values themselves are not known here.
 *
 * @param finding what it is: its code is a rule across households or an {@link AcrossFinding}, its place the village or
 *     the member where there is one
 * @param households how many households it concerns
 * @param records how many responses, members or amounts, those of one household counted one by one
 * @param first the first of them, by household id, member, source and number
 */
public record FoundAcross(Finding finding, long households, long records, List<Holder> first) {
    /**
     * A household or one of its members.
     *
     * @param household the id of the household
     * @param member the member's key; 0 for the household
     * @param source the name of the batch or the round from which it came; empty if it has none
     * @param number the line, where the source gives {@link io.github.bmnkit.response.ResponseLine}s, or else which
     *     response of the source it was, from 1; 0 if it only stands in a list
     */
    public record Holder(HouseholdId household, int member, String source, long number) {}

    /**
     * Copies the list.
     *
     * @param finding what it is: its code is a rule across households or an {@link AcrossFinding}, its place the village
     *     or the member where there is one
     * @param households how many households it concerns
     * @param records how many responses, members or amounts, those of one household counted one by one
     * @param first the first of them, by household id, member, source and number
     */
    public FoundAcross {
        requireNonNull(finding, "finding");
        first = List.copyOf(first);
    }
}
