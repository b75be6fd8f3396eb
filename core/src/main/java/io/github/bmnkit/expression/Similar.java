package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt name may have meant. */
final class Similar {
    private Similar() {}

    /** Returns words to add to a message, or empty ones if nothing is near; the pattern shows the name in its dress. */
    static Text suggest(String misspelt, Collection<String> names, String pattern) {
        int limit = Math.max(1, misspelt.length() / 3);
        Optional<String> nearest = names.stream()
                .filter(name -> Math.abs(name.length() - misspelt.length()) <= limit)
                .filter(name -> distance(misspelt, name) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(misspelt, name))
                        .thenComparing(Comparator.naturalOrder()));
        return nearest.map(name -> pattern.replace("%s", name))
                .map(shown -> Text.of(" หมายถึง " + shown + " หรือไม่", "; did you mean " + shown + "?"))
                .orElse(Text.of("", ""));
    }

    /** The number of characters to insert, delete, change or swap with their neighbour. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
                least = Math.min(least, steps[i - 1][j - 1] + changed);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                steps[i][j] = swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
            }
        }
        return steps[a.length()][b.length()];
    }
}
