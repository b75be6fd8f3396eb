package io.github.bmnkit.apportionment;

import java.util.HashSet;
import java.util.List;

/**
 * Units with exactly the same claim to the last shares, of which there were too few.
 *
 * @param members the codes of all these units, sorted
 * @param winners the codes of those that received one of the shares, sorted
 * @param drawn whether a recorded draw of lots decided; otherwise the order of the codes did
 */
public record Tie(List<String> members, List<String> winners, boolean drawn) {
    /**
     * Copies the lists.
     *
     * @param members the codes of all these units, sorted
     * @param winners the codes of those that received one of the shares, sorted
     * @param drawn whether a recorded draw of lots decided
     * @throws IllegalArgumentException if the winners are not some, but not all, of the members
     */
    public Tie {
        members = List.copyOf(members);
        winners = List.copyOf(winners);
        if (winners.isEmpty() || winners.size() >= members.size() || !new HashSet<>(members).containsAll(winners)) {
            throw new IllegalArgumentException("not a tie: " + winners + " of " + members);
        }
    }
}
