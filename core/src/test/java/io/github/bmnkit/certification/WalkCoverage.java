package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaLevel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What random walks have met: how often each step was tried from each stage at each level, and what came of it. */
final class WalkCoverage {
    private static final List<Stage> STAGES = List.copyOf(EnumSet.complementOf(EnumSet.of(Stage.READY)));

    private final Map<String, int[]> tried = new TreeMap<>();
    private final Map<RefusalCode, Integer> reasons = new EnumMap<>(RefusalCode.class);
    private final Set<Integer> states = new HashSet<>();
    private final Set<String> transitions = new TreeSet<>();
    private int walks;
    private int units;
    private int steps;

    void begin(int size) {
        walks++;
        units = Math.max(units, size);
    }

    void count(Command command, Stage from, Decision<CertificationEvent> decision, Stage to) {
        steps++;
        int[] counts = tried.computeIfAbsent(pair(command.unit().level(), from, command.step()), any -> new int[2]);
        counts[decision.isAccepted() ? 0 : 1]++;
        decision.reasons().forEach(reason -> reasons.merge(reason.code(), 1, Integer::sum));
        if (decision.isAccepted()) {
            transitions.add(transition(command.unit().level(), from, command.step(), to));
        }
    }

    void reach(String state) {
        states.add(state.hashCode());
    }

    private static String pair(AreaLevel level, Stage from, Step step) {
        return level + " " + from + " " + step;
    }

    private static String transition(AreaLevel level, Stage from, Step step, Stage to) {
        return pair(level, from, step) + " " + to;
    }

    /** The pairs that were never tried, and the transitions of the table that were never taken. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (AreaLevel level : CertificationDefinition.LEVELS) {
            for (Step step : Step.values()) {
                if (step == Step.REPORT && level != AreaLevel.VILLAGE) {
                    continue;
                }
                for (Stage from : STAGES) {
                    if (!tried.containsKey(pair(level, from, step))) {
                        missing.add("tried: " + pair(level, from, step));
                    }
                    String taken = transition(level, from, step, step.to());
                    if (step.from().contains(from) && !transitions.contains(taken)) {
                        missing.add("taken: " + taken);
                    }
                }
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        StringBuilder report = new StringBuilder();
        report.append(walks + " walks through countries of " + units + " units: " + steps + " commands, ")
                .append(states.size() + " states, " + transitions.size() + " transitions\n");
        tried.forEach(
                (pair, counts) -> report.append(pair + ": " + counts[0] + " accepted, " + counts[1] + " refused\n"));
        return report.append(reasons).toString();
    }
}
