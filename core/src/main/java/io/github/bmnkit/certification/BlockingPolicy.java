package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which edits keep a unit from being presented and certified. It is the policy of whoever signs, not of the rules. The
 * papers ask for data that are correct, complete and of quality, but give no figure, so {@link #NOTHING} is the default.
 *
 * @param severities severities of which no edit may be open: {@link Severity#ERROR}, {@link Severity#WARNING}; a soft edit
 *     that was accepted is not open
 * @param rules ids of rules that no household may fail
 * @param maxRates the largest share of open edits in the edits that were decided, by severity
 */
public record BlockingPolicy(Set<Severity> severities, Set<String> rules, Map<Severity, Share> maxRates) {
    /** Blocks nothing. */
    public static final BlockingPolicy NOTHING = new BlockingPolicy(Set.of(), Set.of(), Map.of());

    /** A reading of ours of what the papers call correct: no hard edit is open. */
    public static final BlockingPolicy NO_OPEN_HARD_EDIT =
            new BlockingPolicy(Set.of(Severity.ERROR), Set.of(), Map.of());

    /**
     * Copies the parts into an order of their own.
     *
     * @param severities severities of which no edit may be open
     * @param rules ids of rules that no household may fail
     * @param maxRates the largest share of open edits in the edits that were decided, by severity
     * @throws IllegalArgumentException if a severity is {@link Severity#INFO}, or a rate has no whole
     */
    public BlockingPolicy {
        Set<Severity> ordered = EnumSet.noneOf(Severity.class);
        ordered.addAll(severities);
        Map<Severity, Share> rates = new EnumMap<>(Severity.class);
        rates.putAll(maxRates);
        if (ordered.contains(Severity.INFO) || rates.containsKey(Severity.INFO)) {
            throw new IllegalArgumentException("what is only worth knowing blocks nothing");
        }
        if (rates.values().stream().anyMatch(rate -> rate.whole() == 0)) {
            throw new IllegalArgumentException("a rate needs a whole: " + rates);
        }
        severities = Collections.unmodifiableSet(ordered);
        rules = Collections.unmodifiableSet(new TreeSet<>(rules));
        maxRates = Collections.unmodifiableMap(rates);
    }
}
