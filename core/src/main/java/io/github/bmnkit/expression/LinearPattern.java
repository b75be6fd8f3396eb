package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A regular expression as a deterministic automaton: a text is matched in one pass, whatever the pattern. There are
 * characters, classes, groups, alternatives and repeats; there is nothing that needs going back (references,
 * look-around, lazy or possessive repeats). The whole text must match, so {@code ^} and {@code $} at the ends change
 * nothing.
 */
final class LinearPattern {
    static final int MAX_STATES = 2_000;

    /** What is wrong with a pattern, and where. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        final int position;
        final transient Text reason;
        final boolean tooLarge;

        Refused(int position, Text reason, boolean tooLarge) {
            super(reason.en(), null, false, false);
            this.position = position;
            this.reason = reason;
            this.tooLarge = tooLarge;
        }
    }

    /** Where ranges of characters begin; what lies between two of them behaves alike. */
    private final int[] borders;

    /** The range of each ASCII character, since almost all characters are. */
    private final int[] ranges = new int[128];

    /** The next state by state and range, those of a state together; below 0 if there is none. */
    private final int[] next;

    private final boolean[] accepting;

    private LinearPattern(int[] borders, int[] next, boolean[] accepting) {
        this.borders = borders;
        Arrays.setAll(ranges, point -> range(borders, point));
        this.next = next;
        this.accepting = accepting;
    }

    static LinearPattern compile(String pattern) throws Refused {
        PatternParser parser = new PatternParser(pattern);
        return determine(parser.parse(), parser);
    }

    boolean matches(CharSequence text, int from, int to) {
        int state = 0;
        for (int at = from; at < to && state >= 0; ) {
            int point = text.charAt(at++);
            if (Character.isHighSurrogate((char) point) && at < to && Character.isLowSurrogate(text.charAt(at))) {
                point = Character.toCodePoint((char) point, text.charAt(at++));
            }
            state = next[state * borders.length + (point < ranges.length ? ranges[point] : range(borders, point))];
        }
        return state >= 0 && accepting[state];
    }

    private static int range(int[] borders, int point) {
        int found = Arrays.binarySearch(borders, point);
        return found >= 0 ? found : -found - 2;
    }

    private static LinearPattern determine(PatternParser.Node root, PatternParser parser) throws Refused {
        Automaton automaton = new Automaton();
        int start = automaton.state();
        int end = automaton.build(root, start, parser);
        TreeSet<Integer> points = new TreeSet<>(List.of(0));
        for (Automaton.Edge edge : automaton.edges) {
            for (int[] span : edge.spans()) {
                points.add(span[0]);
                points.add(span[1] + 1);
            }
        }
        int[] borders = points.stream().mapToInt(Integer::intValue).toArray();
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<BitSet> sets = new ArrayList<>();
        List<int[]> rows = new ArrayList<>();
        BitSet first = automaton.closure(start);
        numbers.put(first, 0);
        sets.add(first);
        for (int at = 0; at < sets.size(); at++) {
            int[] row = new int[borders.length];
            for (int i = 0; i < borders.length; i++) {
                BitSet reached = automaton.step(sets.get(at), borders[i]);
                if (reached.isEmpty()) {
                    row[i] = -1;
                    continue;
                }
                Integer number = numbers.get(reached);
                if (number == null) {
                    number = sets.size();
                    if (number >= MAX_STATES) {
                        throw parser.tooLarge();
                    }
                    numbers.put(reached, number);
                    sets.add(reached);
                }
                row[i] = number;
            }
            rows.add(row);
        }
        boolean[] accepting = new boolean[sets.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = sets.get(i).get(end);
        }
        return new LinearPattern(
                borders, rows.stream().flatMapToInt(Arrays::stream).toArray(), accepting);
    }

    /** A nondeterministic automaton: states are numbers, an edge without spans is taken without reading. */
    private static final class Automaton {
        record Edge(int target, List<int[]> spans) {
            boolean reads(int point) {
                return spans.stream().anyMatch(span -> point >= span[0] && point <= span[1]);
            }
        }

        final List<Edge> edges = new ArrayList<>();
        private final List<List<Edge>> outgoing = new ArrayList<>();

        int state() {
            outgoing.add(new ArrayList<>());
            return outgoing.size() - 1;
        }

        private void edge(int source, int target, List<int[]> spans) {
            Edge edge = new Edge(target, spans);
            edges.add(edge);
            outgoing.get(source).add(edge);
        }

        /** Adds a node after a state and returns the state in which it ends. */
        int build(PatternParser.Node node, int start, PatternParser parser) throws Refused {
            if (outgoing.size() > MAX_STATES) {
                throw parser.tooLarge();
            }
            return switch (node.kind()) {
                case CLASS -> {
                    int end = state();
                    edge(start, end, node.spans());
                    yield end;
                }
                case SEQUENCE -> {
                    int at = start;
                    for (PatternParser.Node part : node.parts()) {
                        at = build(part, at, parser);
                    }
                    yield at;
                }
                case CHOICE -> {
                    int end = state();
                    for (PatternParser.Node part : node.parts()) {
                        int entry = state();
                        edge(start, entry, List.of());
                        edge(build(part, entry, parser), end, List.of());
                    }
                    yield end;
                }
                case REPEAT -> repeat(node, start, parser);
            };
        }

        private int repeat(PatternParser.Node node, int start, PatternParser parser) throws Refused {
            PatternParser.Node part = node.parts().get(0);
            int at = start;
            for (int i = 0; i < node.min(); i++) {
                at = build(part, at, parser);
            }
            int end = state();
            edge(at, end, List.of());
            if (node.max() < 0) {
                int entry = state();
                edge(end, entry, List.of());
                edge(build(part, entry, parser), end, List.of());
                return end;
            }
            for (int i = node.min(); i < node.max(); i++) {
                int entry = state();
                edge(at, entry, List.of());
                at = build(part, entry, parser);
                edge(at, end, List.of());
            }
            return end;
        }

        BitSet closure(int state) {
            BitSet reached = new BitSet();
            reach(state, reached);
            return reached;
        }

        private void reach(int state, BitSet reached) {
            List<Integer> open = new ArrayList<>(List.of(state));
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                if (reached.get(at)) {
                    continue;
                }
                reached.set(at);
                for (Edge edge : outgoing.get(at)) {
                    if (edge.spans().isEmpty()) {
                        open.add(edge.target());
                    }
                }
            }
        }

        BitSet step(BitSet states, int point) {
            BitSet reached = new BitSet();
            for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
                for (Edge edge : outgoing.get(state)) {
                    if (edge.reads(point)) {
                        reach(edge.target(), reached);
                    }
                }
            }
            return reached;
        }
    }
}
