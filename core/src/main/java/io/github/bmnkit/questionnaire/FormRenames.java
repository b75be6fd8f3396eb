package io.github.bmnkit.questionnaire;

import io.github.bmnkit.questionnaire.FormDiff.Rename;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds questions that may have got another name: gone and new, of the same type, with like names or labels. */
final class FormRenames {
    private static final int LEAST = 50;
    private static final int MAX_COMPARED = 1_000_000;

    private FormRenames() {}

    static List<Rename> between(Questionnaire older, Questionnaire newer) {
        List<Question> gone = without(older, newer);
        List<Question> added = without(newer, older);
        if ((long) gone.size() * added.size() > MAX_COMPARED) {
            return List.of();
        }
        List<Rename> likely = new ArrayList<>();
        for (Question from : gone) {
            for (Question to : added) {
                int likeness = fits(from, to) ? likeness(from, to) : 0;
                if (likeness >= LEAST) {
                    likely.add(new Rename(from.name(), to.name(), likeness));
                }
            }
        }
        likely.sort(Comparator.comparingInt(Rename::likeness)
                .reversed()
                .thenComparing(Rename::from)
                .thenComparing(Rename::to));
        Set<String> used = new HashSet<>();
        Set<String> taken = new HashSet<>();
        List<Rename> chosen = new ArrayList<>();
        for (Rename rename : likely) {
            if (!used.contains(rename.from()) && !taken.contains(rename.to())) {
                used.add(rename.from());
                taken.add(rename.to());
                chosen.add(rename);
            }
        }
        return chosen;
    }

    private static List<Question> without(Questionnaire form, Questionnaire other) {
        return form.questions().stream()
                .filter(question -> other.question(question.name()).isEmpty())
                .toList();
    }

    private static boolean fits(Question from, Question to) {
        return from.type() == to.type() && from.level() == to.level() && from.result() == to.result();
    }

    /** The better of name and Thai label, in percent; the unit or list must be the same for the label to count in full. */
    private static int likeness(Question from, Question to) {
        int names = alike(from.name(), to.name());
        int labels = Math.max(
                alike(from.label().th(), to.label().th()),
                alike(from.label().en(), to.label().en()));
        boolean sameKind = Objects.equals(from.list(), to.list()) && Objects.equals(from.unit(), to.unit());
        return sameKind ? Math.max(names, labels) : Math.min(names, labels);
    }

    /** Twice the pairs of neighbouring characters that both have, of all that they have, in percent. */
    static int alike(String a, String b) {
        if (a.equals(b)) {
            return 100;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= a.length(); i++) {
            pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 2 <= b.length(); i++) {
            String pair = b.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                common++;
            }
        }
        int all = Math.max(a.length() - 1, 0) + Math.max(b.length() - 1, 0);
        return all == 0 ? 0 : 200 * common / all;
    }
}
