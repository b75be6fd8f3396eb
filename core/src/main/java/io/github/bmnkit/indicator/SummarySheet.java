package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The summary of one household's quality of life (แบบสรุปคุณภาพชีวิตของครัวเรือน), which stands on the form after the
 * questions: a result for each indicator, the average income, the amount saved and how happy the household is.
 *
 * @param results what came of the indicators
 * @param figures the numbers that the set shows beside them
 */
public record SummarySheet(HouseholdIndicators results, List<Amount> figures) {
    /**
     * One of the numbers beside the results.
     *
     * @param figure what it is
     * @param value the number, or why there is none
     */
    public record Amount(IndicatorSet.Figure figure, Value value) {
        /**
         * Checks that the parts are there.
         *
         * @param figure what it is
         * @param value the number, or why there is none
         */
        public Amount {
            requireNonNull(figure, "figure");
            requireNonNull(value, "value");
        }

        /** Shows what it is and not the number, which is personal. */
        @Override
        public String toString() {
            return "Amount[" + figure.name() + "]";
        }
    }

    /**
     * What the sheet says of whom it is about, besides the id of the household. The name is left out unless the host adds
     * it.
     *
     * @param area where the household is
     * @param head the name of the head of the household; null to leave it out
     * @param surveyed the day of the interview; null to leave it out
     */
    public record Heading(
            Text area, @Nullable String head, @Nullable LocalDate surveyed) {
        /**
         * Checks that the area is there.
         *
         * @param area where the household is
         * @param head the name of the head of the household; null to leave it out
         * @param surveyed the day of the interview; null to leave it out
         */
        public Heading {
            requireNonNull(area, "area");
        }

        /**
         * Returns a heading that names the area only.
         *
         * @param area where the household is
         * @return the heading
         */
        public static Heading of(Text area) {
            return new Heading(area, null, null);
        }

        /**
         * Returns this heading with the name of the head of the household, for a sheet that is handed to the household.
         *
         * @param name the name
         * @return the heading
         */
        public Heading withHead(String name) {
            return new Heading(area, requireNonNull(name, "name"), surveyed);
        }

        /**
         * Returns this heading with the day of the interview.
         *
         * @param day the day
         * @return the heading
         */
        public Heading withSurveyed(LocalDate day) {
            return new Heading(area, head, requireNonNull(day, "day"));
        }

        /** Shows the area only. */
        @Override
        public String toString() {
            return "Heading[" + area + "]";
        }
    }

    /**
     * Copies the figures.
     *
     * @param results what came of the indicators
     * @param figures the numbers that the set shows beside them
     */
    public SummarySheet {
        requireNonNull(results, "results");
        figures = List.copyOf(figures);
    }

    /**
     * Returns the sheet of a household.
     *
     * @param indicators the indicators
     * @param household the household, of their form
     * @return the sheet
     * @throws IllegalArgumentException if the household answered another form, or in a round that is not taken
     */
    public static SummarySheet of(Indicators indicators, ResolvedHousehold household) {
        HouseholdIndicators results = indicators.evaluate(household);
        List<Amount> figures = new ArrayList<>();
        for (IndicatorSet.Figure figure : indicators.set().figures()) {
            Value value = household.frame().get(figure.name(), 0);
            figures.add(new Amount(figure, value instanceof Value.Amount ? value : withoutBounds(value)));
        }
        return new SummarySheet(results, figures);
    }

    private static Value withoutBounds(Value value) {
        return Value.of(value instanceof Value.None none ? none.reason() : Missing.INVALID);
    }

    /**
     * Tells how many indicators came to an outcome.
     *
     * @param outcome the outcome
     * @return the number of indicators
     */
    public int count(IndicatorOutcome outcome) {
        return (int) results.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    /**
     * Writes the sheet as a page that needs nothing else and prints on one sheet of A4, for a set of at most some forty
     * indicators. It names the household by id and area; numbers of persons and of baht are on it, so it is only for who
     * may see them.
     *
     * @param heading whom the sheet is about
     * @param locale Thai, with Thai digits and years of the Buddhist Era, or else English
     * @return the page
     */
    public String toHtml(Heading heading, Locale locale) {
        return new SheetPage(this, requireNonNull(heading, "heading"), locale).toHtml();
    }

    /** Shows whose sheet it is. */
    @Override
    public String toString() {
        return "SummarySheet[" + results + "]";
    }
}
