package io.github.bmnkit.apportionment;

import java.util.List;

/**
 * A recorded draw of lots among the members of a tie. It is used only if it ranks exactly the members of the tie that
 * there is; otherwise it is refused, with the reason.
 *
 * @param ranking the codes of the units, the first drawn first
 */
public record Draw(List<String> ranking) {
    /**
     * Copies the ranking.
     *
     * @param ranking the codes of the units, the first drawn first
     */
    public Draw {
        ranking = List.copyOf(ranking);
    }

    /**
     * Returns a draw.
     *
     * @param ranking the codes of the units, the first drawn first
     * @return the draw
     */
    public static Draw of(String... ranking) {
        return new Draw(List.of(ranking));
    }
}
