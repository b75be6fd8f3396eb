package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.json.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that every expression reads only what stands before it, so that the order of asking is also an order of
 * calculating. A constraint may read its own question. Where questions depend on one another in a circle, the circle is
 * reported, once, instead of its references.
 */
final class OrderCheck {
    private static final int MAX_SHOWN = 10;

    private final Draft.Form form;
    private final List<Draft> drafts;
    private final Map<String, Integer> order;
    private final List<Finding> findings;
    private final List<Set<Integer>> reads = new ArrayList<>();
    private final int[] circle;

    OrderCheck(Draft.Form form, Map<String, Draft> drafts, List<Finding> findings) {
        this.form = form;
        this.drafts = List.copyOf(drafts.values());
        this.order = FormCheck.order(drafts.keySet());
        this.findings = findings;
        this.circle = new int[this.drafts.size()];
    }

    void check() {
        for (Draft draft : drafts) {
            NavigableSet<Integer> read = new TreeSet<>();
            draft.expressions().forEach((role, text) -> {
                if (role != Role.CONSTRAINT) {
                    read.addAll(reads(text));
                }
            });
            reads.add(read);
        }
        for (Draft.Part part : form.parts()) {
            Located<String> relevance = part.relevance();
            if (relevance != null) {
                NavigableSet<Integer> read = reads(relevance);
                part.questions().stream()
                        .filter(this::isDeclared)
                        .forEach(draft -> reads.get(at(draft)).addAll(read));
            }
        }
        findCircles();
        reportCircles();
        reportForward();
    }

    private boolean isDeclared(Draft draft) {
        Integer at = order.get(draft.name());
        return at != null && drafts.get(at).equals(draft);
    }

    private int at(Draft draft) {
        return Objects.requireNonNull(order.get(draft.name()));
    }

    private NavigableSet<Integer> reads(Located<String> text) {
        NavigableSet<Integer> read = new TreeSet<>();
        Expression.parse(text.value()).optional().ifPresent(tree -> {
            Deque<Expression> left = new ArrayDeque<>(List.of(tree));
            while (!left.isEmpty()) {
                Expression expression = left.pop();
                if (expression instanceof Expression.Name name && order.containsKey(name.name())) {
                    read.add(order.get(name.name()));
                }
                expression.parts().forEach(left::push);
            }
        });
        return read;
    }

    /** Kosaraju's two passes, without recursion: forms may be long chains. */
    private void findCircles() {
        Deque<Integer> finished = new ArrayDeque<>();
        boolean[] seen = new boolean[drafts.size()];
        for (int start = 0; start < drafts.size(); start++) {
            visit(start, reads, seen, finished);
        }
        List<Set<Integer>> readers = new ArrayList<>();
        drafts.forEach(draft -> readers.add(new TreeSet<>()));
        for (int reader = 0; reader < drafts.size(); reader++) {
            for (int read : reads.get(reader)) {
                readers.get(read).add(reader);
            }
        }
        Arrays.fill(seen, false);
        for (int start : finished) {
            Deque<Integer> members = new ArrayDeque<>();
            visit(start, readers, seen, members);
            members.forEach(member -> circle[member] = start);
        }
    }

    /** Visits all that was not seen and can be reached; what is done with is pushed. */
    private static void visit(int start, List<Set<Integer>> edges, boolean[] seen, Deque<Integer> done) {
        if (seen[start]) {
            return;
        }
        seen[start] = true;
        Deque<Integer> path = new ArrayDeque<>(List.of(start));
        Deque<Iterator<Integer>> next =
                new ArrayDeque<>(List.of(edges.get(start).iterator()));
        while (!path.isEmpty()) {
            Iterator<Integer> ahead = next.element();
            if (!ahead.hasNext()) {
                next.pop();
                done.push(path.pop());
                continue;
            }
            int to = ahead.next();
            if (!seen[to]) {
                seen[to] = true;
                path.push(to);
                next.push(edges.get(to).iterator());
            }
        }
    }

    private void reportCircles() {
        Map<Integer, List<Draft>> circles = new LinkedHashMap<>();
        for (int at = 0; at < drafts.size(); at++) {
            circles.computeIfAbsent(circle[at], id -> new ArrayList<>()).add(drafts.get(at));
        }
        for (List<Draft> members : circles.values()) {
            int first = at(members.get(0));
            if (members.size() > 1 || reads.get(first).contains(first)) {
                String names = members.stream()
                        .limit(MAX_SHOWN)
                        .map(member -> "${" + member.name() + "}")
                        .collect(Collectors.joining(", ", "", members.size() > MAX_SHOWN ? ", ..." : ""));
                findings.add(Finding.of(QuestionnaireFinding.CYCLE)
                        .with("names", names)
                        .at(members.get(0).place()));
            }
        }
    }

    private void reportForward() {
        for (Draft draft : drafts) {
            int at = at(draft);
            draft.expressions().forEach((role, text) -> {
                for (int read : reads(text).tailSet(at, role != Role.CONSTRAINT)) {
                    if (circle[read] != circle[at]) {
                        report("${" + draft.name() + "}", read, text);
                    }
                }
            });
        }
        for (Draft.Part part : form.parts()) {
            Located<String> relevance = part.relevance();
            List<Draft> questions =
                    part.questions().stream().filter(this::isDeclared).toList();
            if (relevance != null && !questions.isEmpty()) {
                int first = at(questions.get(0));
                reads(relevance).tailSet(first).stream()
                        .filter(read -> questions.stream().noneMatch(draft -> circle[at(draft)] == circle[read]))
                        .forEach(read -> report(Role.RELEVANCE.field, read, relevance));
            }
        }
    }

    private void report(String reader, int read, Located<String> text) {
        findings.add(Finding.of(QuestionnaireFinding.FORWARD_REFERENCE)
                .with("name", reader)
                .with("later", "${" + drafts.get(read).name() + "}")
                .at(text.place()));
    }
}
