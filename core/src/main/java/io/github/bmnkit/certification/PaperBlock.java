package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a paper.
 *
 * @param text its words; null if it has none
 * @param fields what it shows, in order
 * @param key by which the host gives the words of an {@link Kind#OPINION}; empty for all others
 * @param lines how many lines are left to write on if the host gives none
 */
record PaperBlock(Kind kind, @Nullable PaperText text, List<PaperField> fields, String key, int lines) {
    enum Kind {
        HEADING(true, false),
        PARAGRAPH(true, false),
        /** A list of figures. */
        FIGURES(false, true),
        /** The units directly beneath, and the total. */
        UNITS(true, true),
        /** What the host has to say, under a heading. */
        OPINION(true, false),
        SIGNATURES(false, false),
        /** The root of the data, in groups. */
        ROOT(false, false),
        /** What the certificate rests on. */
        BASIS(false, false);

        final boolean hasText;
        final boolean hasFields;

        Kind(boolean hasText, boolean hasFields) {
            this.hasText = hasText;
            this.hasFields = hasFields;
        }

        /** Without these a paper says neither who vouches nor for what. */
        boolean isNeeded() {
            return this == SIGNATURES || this == ROOT || this == BASIS;
        }

        Text what() {
            return hasText && hasFields
                    ? Text.of("text และ fields", "text and fields")
                    : hasText
                            ? this == OPINION
                                    ? Text.of("text, key และ lines", "text, key and lines")
                                    : Text.of("text", "text")
                            : hasFields ? Text.of("fields", "fields") : Text.of("kind", "kind");
        }
    }
}
