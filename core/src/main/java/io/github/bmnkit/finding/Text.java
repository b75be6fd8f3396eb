package io.github.bmnkit.finding;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A text in Thai and English.
 *
 * @param th the Thai text
 * @param en the English text
 */
public record Text(String th, String en) {
    /** The locale in which {@link #in} gives the Thai text. */
    public static final Locale THAI = Locale.forLanguageTag("th");

    /**
     * Checks that both languages are there.
     *
     * @param th the Thai text
     * @param en the English text
     */
    public Text {
        requireNonNull(th, "th");
        requireNonNull(en, "en");
    }

    /**
     * Returns a text from its two languages.
     *
     * @param th the Thai text
     * @param en the English text
     * @return the text
     */
    public static Text of(String th, String en) {
        return new Text(th, en);
    }

    /**
     * Returns the text for a reader: Thai for every locale of the language {@code th}, English for all others.
     *
     * @param locale the reader's locale
     * @return the Thai or the English text
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals(THAI.getLanguage()) ? th : en;
    }

    /** Returns the English text. */
    @Override
    public String toString() {
        return en;
    }
}
