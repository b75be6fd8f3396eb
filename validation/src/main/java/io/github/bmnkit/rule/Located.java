package io.github.bmnkit.rule;

import io.github.bmnkit.finding.Place;

/** Something read, and where it stands. */
record Located<T>(T value, Place place) {
    /** A place within a text: one without escapes stands in one line, after its quotation mark. */
    static Place within(Located<String> text, Place place) {
        Place start = text.place();
        boolean plain = text.value().chars().noneMatch(c -> c == '"' || c == '\\' || c < ' ');
        if (!plain || start.line().isEmpty() || place.column().isEmpty()) {
            return start;
        }
        return start.withLine(
                start.line().getAsInt(),
                start.column().orElse(1) + place.column().getAsInt());
    }
}
