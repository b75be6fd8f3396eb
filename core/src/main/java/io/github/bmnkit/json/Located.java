package io.github.bmnkit.json;

import io.github.bmnkit.finding.Place;

/** Something read, and where it stands. */
public record Located<T>(T value, Place place) {
    /** Turns a place within a text into one of the document: a text without escapes stands in one line. */
    public static Place within(Located<String> text, Place place) {
        Place start = text.place();
        boolean plain = text.value().chars().noneMatch(c -> c == '"' || c == '\\' || c < ' ');
        if (!plain || start.line().isEmpty() || place.column().isEmpty()) {
            return start;
        }
        // The text begins after its quotation mark.
        return start.withLine(
                start.line().getAsInt(),
                start.column().orElse(1) + place.column().getAsInt());
    }
}
