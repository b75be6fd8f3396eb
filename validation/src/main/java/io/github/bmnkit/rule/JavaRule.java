package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import java.util.Set;

/**
 * A rule that no expression can say, written in Java. It is opaque: it cannot be printed, explained or checked, so it is
 * for what really needs it. It must be a pure function of the names that it says it reads.
 */
public interface JavaRule {
    /**
     * Returns whether the rule is about the household or about each member.
     *
     * @return the level
     */
    Level level();

    /**
     * Returns all names that the rule reads, of whatever level.
     *
     * @return the names
     */
    Set<String> reads();

    /**
     * Tells whether the rule holds.
     *
     * @param frame the household; not to be kept or changed
     * @param row the member's row, from 0; for a rule of the household it does not matter
     * @return unknown if it cannot be told, since something that it depends on is missing
     */
    Truth holds(Frame frame, int row);
}
