package io.github.bmnkit.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unit such as {@code baht/person/year} or {@code hours per week}: what is counted, and per what. No unit goes with
 * every other.
 */
record Unit(List<String> of, List<String> per) {
    Unit {
        of = of.stream().sorted().toList();
        per = per.stream().sorted().toList();
    }

    static @Nullable Unit parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("/| per ", -1))
                .map(String::strip)
                .map(Unit::singular)
                .toList();
        return new Unit(words.subList(0, 1), words.subList(1, words.size()));
    }

    private static String singular(String word) {
        return word.length() > 1 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    static @Nullable Unit times(@Nullable Unit a, @Nullable Unit b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return reduced(join(a.of, b.of), join(a.per, b.per));
    }

    static @Nullable Unit over(@Nullable Unit a, @Nullable Unit b) {
        return a == null || b == null ? a : reduced(join(a.of, b.per), join(a.per, b.of));
    }

    /** The same thing is counted, whatever it is per. */
    boolean countsLike(Unit other) {
        return of.equals(other.of);
    }

    private static List<String> join(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static @Nullable Unit reduced(List<String> of, List<String> per) {
        for (String word : List.copyOf(per)) {
            if (of.remove(word)) {
                per.remove(word);
            }
        }
        return of.isEmpty() && per.isEmpty() ? null : new Unit(of, per);
    }

    /** Writes the unit as {@code baht/person/year}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(Collections.singletonList(of.isEmpty() ? "1" : String.join("*", of)));
        parts.addAll(per);
        return String.join("/", parts);
    }
}
