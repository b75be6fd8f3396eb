package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a survey, as data: changing one is an edit of JSON and nothing else. All of it was checked against a
 * form; {@link Indicators} evaluates it.
 */
public final class IndicatorSet {
    private static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.place().line().orElse(0))
            .thenComparingInt(finding -> finding.place().column().orElse(0));

    /**
     * A group of indicators (หมวด).
     *
     * @param id a short name, such as {@code health}
     * @param title what people call it
     */
    public record Dimension(String id, Text title) {
        /**
         * Checks that the parts are there.
         *
         * @param id a short name, such as {@code health}
         * @param title what people call it
         */
        public Dimension {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
        }
    }

    /**
     * Which questions tell sex and age of a member, so that those surveyed can be counted by both.
     *
     * @param sex the question, or calculation, of members that holds a code of a list
     * @param age the one that holds completed years
     */
    public record Persons(String sex, String age) {
        /**
         * Checks that the names are there.
         *
         * @param sex the question, or calculation, of members that holds a code of a list
         * @param age the one that holds completed years
         */
        public Persons {
            requireNonNull(sex, "sex");
            requireNonNull(age, "age");
        }
    }

    /**
     * A number that a household's summary sheet shows, beside the results.
     *
     * @param name the question, or calculation, of the household that holds the number
     * @param title what it is
     * @param unit its unit, in words
     * @param indicator the number of the indicator beside which it stands; null if it has a line of its own
     */
    public record Figure(
            String name, Text title, Text unit, @Nullable Integer indicator) {
        /**
         * Checks that the parts are there.
         *
         * @param name the question, or calculation, of the household that holds the number
         * @param title what it is
         * @param unit its unit, in words
         * @param indicator the number of the indicator beside which it stands; null if it has a line of its own
         */
        public Figure {
            requireNonNull(name, "name");
            requireNonNull(title, "title");
            requireNonNull(unit, "unit");
        }
    }

    private final SetDefinition definition;
    private final Map<Integer, Indicator> indicators = new LinkedHashMap<>();

    IndicatorSet(SetDefinition definition) {
        this.definition = definition;
        definition.indicators().forEach(indicator -> indicators.put(indicator.number(), indicator));
    }

    /**
     * Reads indicators from JSON and checks them against their form.
     *
     * @param form the form that the indicators are for
     * @param json the indicators, as the published schema and documentation describe them; read to its end and not closed
     * @return the indicators, if nothing is wrong with them, and everything found, with line, column and JSON Pointer
     */
    public static Reading<IndicatorSet> read(Questionnaire form, InputStream json) {
        requireNonNull(form, "form");
        Reading<IndicatorSet> reading = JsonDocument.read(
                requireNonNull(json, "json"),
                JsonLimits.DEFAULT,
                (value, findings) -> new SetDecoder(form).decode(value, findings));
        List<Finding> findings = reading.findings().stream().sorted(IN_ORDER).toList();
        return reading.optional().isEmpty() || reading.hasErrors()
                ? Reading.nothing(findings)
                : Reading.of(reading.value(), findings);
    }

    /**
     * Returns the short name.
     *
     * @return the id
     */
    public String id() {
        return definition.id();
    }

    /**
     * Returns the version.
     *
     * @return the version, such as {@code 1.0.0}
     */
    public String version() {
        return definition.version();
    }

    /**
     * Returns what names these indicators and no others: a report says by which indicators it was made.
     *
     * @return id and version, such as {@code bmn-2560:1.0.0}
     */
    public String coordinate() {
        return id() + ":" + version();
    }

    /**
     * Returns what the indicators claim to be.
     *
     * @return the status
     */
    public DefinitionStatus status() {
        return definition.status();
    }

    /**
     * Returns what people call the set.
     *
     * @return the title
     */
    public Text title() {
        return definition.title();
    }

    /**
     * Returns the form that the indicators are for.
     *
     * @return the id of the form
     */
    public String form() {
        return definition.form();
    }

    /**
     * Returns the first round for which the indicators hold.
     *
     * @return the year, Buddhist Era
     */
    public int firstRound() {
        return definition.firstRound();
    }

    /**
     * Returns the last round for which the indicators hold.
     *
     * @return the year, Buddhist Era
     */
    public int lastRound() {
        return definition.lastRound();
    }

    /**
     * Tells whether the indicators hold for a round.
     *
     * @param year the round, Buddhist Era
     * @return true from the first to the last round
     */
    public boolean holdsFor(int year) {
        return firstRound() <= year && year <= lastRound();
    }

    /**
     * Returns what the indicators rest on.
     *
     * @return the sources
     */
    public List<Source> sources() {
        return definition.sources();
    }

    /**
     * Returns what is decided anew for each round.
     *
     * @return the parameters
     */
    public List<IndicatorParameter> parameters() {
        return definition.parameters();
    }

    /**
     * Returns which questions tell sex and age of a member.
     *
     * @return the names; empty if the set does not say
     */
    public Optional<Persons> persons() {
        return Optional.ofNullable(definition.persons());
    }

    /**
     * Returns the numbers that a summary sheet shows beside the results.
     *
     * @return the figures, in the order of the sheet
     */
    public List<Figure> figures() {
        return definition.figures();
    }

    /**
     * Returns the groups of indicators.
     *
     * @return the dimensions, in the order of the form
     */
    public List<Dimension> dimensions() {
        return definition.dimensions();
    }

    /**
     * Returns the indicators.
     *
     * @return the indicators, in the order of the definition
     */
    public List<Indicator> indicators() {
        return definition.indicators();
    }

    /**
     * Returns the indicators of a dimension.
     *
     * @param dimension the id of the dimension
     * @return the indicators, in the order of the definition; empty if there is no such dimension
     */
    public List<Indicator> indicators(String dimension) {
        return indicators().stream()
                .filter(indicator -> indicator.dimension().equals(dimension))
                .toList();
    }

    /**
     * Returns an indicator.
     *
     * @param number its number
     * @return the indicator, if there is one
     */
    public Optional<Indicator> indicator(int number) {
        return Optional.ofNullable(indicators.get(number));
    }

    /**
     * Returns the set with the value of a parameter that was decided for one round, such as the threshold of a round for
     * which none is shipped.
     *
     * @param name the name of the parameter
     * @param round the round, Buddhist Era
     * @param value the value, not negative; null to leave it unset in this round
     * @return the set
     * @throws IllegalArgumentException if there is no such parameter, or the value is out of range
     */
    public IndicatorSet withParameter(String name, int round, @Nullable BigDecimal value) {
        if (parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException("no parameter " + name + " in the set " + coordinate());
        }
        return new IndicatorSet(definition.withParameters(parameters().stream()
                .map(parameter -> parameter.name().equals(name) ? parameter.with(round, value) : parameter)
                .toList()));
    }

    /**
     * Writes the set; reading it gives an equal set.
     *
     * @return the definition as JSON
     */
    public String toJson() {
        return SetWriter.write(definition);
    }

    /** Two sets are equal if all that they define is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof IndicatorSet that && definition.equals(that.definition));
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Returns coordinate and number of indicators. */
    @Override
    public String toString() {
        return "IndicatorSet[" + coordinate() + ", form=" + form() + ", indicators=" + indicators.size() + "]";
    }
}
