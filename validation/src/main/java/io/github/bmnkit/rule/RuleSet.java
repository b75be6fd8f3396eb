package io.github.bmnkit.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules for one form, as data: adding a rule is an edit of JSON and nothing else. All of it was checked against the form,
 * and its conditions are compiled for frames of the form's scope.
 */
public final class RuleSet {
    private static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.place().line().orElse(0))
            .thenComparingInt(finding -> finding.place().column().orElse(0));

    private final SetDefinition definition;
    private final Map<RuleId, Rule> rules = new LinkedHashMap<>();

    RuleSet(SetDefinition definition, List<Rule> rules) {
        this.definition = definition;
        rules.forEach(rule -> this.rules.put(rule.ruleId(), rule));
    }

    /**
     * Reads rules from JSON and checks them against their form.
     *
     * @param form the form that the rules are for, with the codes of the host
     * @param json the rules, as the published schema and documentation describe them; read to its end and not closed
     * @return the rules, if nothing is wrong with them, and everything found, with line, column and JSON Pointer
     */
    public static Reading<RuleSet> read(Questionnaire form, InputStream json) {
        return read(form, json, Map.of());
    }

    private static Reading<RuleSet> read(Questionnaire form, InputStream json, Map<RuleId, JavaRule> opaque) {
        requireNonNull(form, "form");
        Reading<RuleSet> reading = JsonDocument.read(
                requireNonNull(json, "json"),
                JsonLimits.DEFAULT,
                (value, findings) -> new SetDecoder(form, opaque).decode(value, findings));
        List<Finding> findings = reading.findings().stream().sorted(IN_ORDER).toList();
        return reading.optional().isEmpty() || reading.hasErrors()
                ? Reading.nothing(findings)
                : Reading.of(reading.value(), findings);
    }

    /** Checks what was put together, by the way of its JSON: lines mean nothing, pointers do. */
    private static Reading<RuleSet> checked(
            Questionnaire form, SetDefinition definition, Map<RuleId, JavaRule> opaque) {
        String json = SetWriter.write(definition);
        Reading<RuleSet> reading = read(form, new ByteArrayInputStream(json.getBytes(UTF_8)), opaque);
        List<Finding> findings = reading.findings().stream()
                .map(finding -> finding.at(finding.place()
                        .pointer()
                        .map(Place.nowhere()::withPointer)
                        .orElse(Place.nowhere())))
                .toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), findings) : Reading.nothing(findings);
    }

    /**
     * Starts a set of the status {@link DefinitionStatus#DRAFT}, version 1, for the rounds of its form.
     *
     * @param form the form that the rules are for
     * @param id a short name, such as {@code bmn-2560}
     * @param title what people call the set
     * @return a builder
     */
    public static Builder builder(Questionnaire form, String id, Text title) {
        return new Builder(form, id, title);
    }

    /**
     * Checks and compiles these rules for another edition of their form, such as one with the codes of the host.
     *
     * @param form the form, of the same id
     * @return the rules, if they fit, and everything found, with JSON Pointer
     */
    public Reading<RuleSet> withForm(Questionnaire form) {
        Map<RuleId, JavaRule> opaque = new HashMap<>();
        rules.values().forEach(rule -> rule.opaque().ifPresent(check -> opaque.put(rule.ruleId(), check)));
        return checked(requireNonNull(form, "form"), definition, opaque);
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
     * Returns what names these rules and no others: a report says by which rules it was made.
     *
     * @return id and version, such as {@code bmn-2560:1.0.0}
     */
    public String coordinate() {
        return id() + ":" + version();
    }

    /**
     * Returns what the rules claim to be.
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
     * Returns the form that the rules are for.
     *
     * @return the id of the form
     */
    public String form() {
        return definition.form();
    }

    /**
     * Returns the first round for which the rules hold.
     *
     * @return the year, Buddhist Era
     */
    public int firstRound() {
        return definition.firstRound();
    }

    /**
     * Returns the last round for which the rules hold.
     *
     * @return the year, Buddhist Era
     */
    public int lastRound() {
        return definition.lastRound();
    }

    /**
     * Tells whether the rules hold for a round.
     *
     * @param year the round, Buddhist Era
     * @return true from the first to the last round
     */
    public boolean holdsFor(int year) {
        return firstRound() <= year && year <= lastRound();
    }

    /**
     * Returns the set that this one takes the place of.
     *
     * @return its coordinate; empty if there is none
     */
    public Optional<String> replaces() {
        return Optional.ofNullable(definition.replaces());
    }

    /**
     * Returns what the rules rest on.
     *
     * @return the sources
     */
    public List<Source> sources() {
        return definition.sources();
    }

    /**
     * Returns the rules.
     *
     * @return the rules, in the order of the definition
     */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Returns a rule.
     *
     * @param id its id
     * @return the rule, if there is one
     */
    public Optional<Rule> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    /**
     * Writes the set; reading it gives an equal set, unless a rule is opaque: of those the file says only what they are.
     *
     * @return the definition as JSON
     */
    public String toJson() {
        return SetWriter.write(definition);
    }

    /** Two sets are equal if all that they say is, and their opaque rules are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet that && definition.equals(that.definition) && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Returns coordinate and number of rules. */
    @Override
    public String toString() {
        return "RuleSet[" + coordinate() + ", form=" + form() + ", rules=" + rules.size() + "]";
    }

    /** Puts a set of rules together. */
    public static final class Builder {
        private final Questionnaire form;
        private final String id;
        private final Text title;
        private final List<Source> sources = new ArrayList<>();
        private final List<Rule.Builder> rules = new ArrayList<>();
        private String version = "1";
        private DefinitionStatus status = DefinitionStatus.DRAFT;
        private int firstRound;
        private int lastRound;
        private @Nullable String replaces;

        private Builder(Questionnaire form, String id, Text title) {
            this.form = requireNonNull(form, "form");
            this.id = requireNonNull(id, "id");
            this.title = requireNonNull(title, "title");
            this.firstRound = form.firstRound();
            this.lastRound = form.lastRound();
        }

        /**
         * Sets the version.
         *
         * @param newVersion such as {@code 1.0.0}
         * @return this builder
         */
        public Builder version(String newVersion) {
            version = requireNonNull(newVersion, "newVersion");
            return this;
        }

        /**
         * Sets what the rules claim to be.
         *
         * @param newStatus the status
         * @return this builder
         */
        public Builder status(DefinitionStatus newStatus) {
            status = requireNonNull(newStatus, "newStatus");
            return this;
        }

        /**
         * Sets the rounds for which the rules hold, within those of the form.
         *
         * @param first the first round, Buddhist Era
         * @param last the last round
         * @return this builder
         */
        public Builder rounds(int first, int last) {
            firstRound = first;
            lastRound = last;
            return this;
        }

        /**
         * Says which set this one takes the place of.
         *
         * @param coordinate its id and version, such as {@code bmn-2560:1.0.0}
         * @return this builder
         */
        public Builder replaces(String coordinate) {
            replaces = requireNonNull(coordinate, "coordinate");
            return this;
        }

        /**
         * Adds a source.
         *
         * @param source the source
         * @return this builder
         */
        public Builder source(Source source) {
            sources.add(requireNonNull(source, "source"));
            return this;
        }

        /**
         * Adds a rule after those that are there.
         *
         * @param rule the rule
         * @return this builder
         */
        public Builder rule(Rule.Builder rule) {
            rules.add(requireNonNull(rule, "rule"));
            return this;
        }

        /**
         * Checks the set as if it had been read.
         *
         * @return the set, if nothing is wrong with it, and everything found, with the JSON Pointers of
         *     {@link RuleSet#toJson}
         */
        public Reading<RuleSet> build() {
            Map<RuleId, JavaRule> opaque = new HashMap<>();
            List<RuleDefinition> definitions = new ArrayList<>();
            for (Rule.Builder rule : rules) {
                definitions.add(rule.definition());
                JavaRule check = rule.check();
                if (check != null) {
                    opaque.put(rule.id(), check);
                }
            }
            SetDefinition definition = new SetDefinition(
                    id,
                    version,
                    status,
                    title,
                    form.id(),
                    firstRound,
                    lastRound,
                    replaces,
                    List.copyOf(sources),
                    definitions);
            return checked(form, definition, opaque);
        }
    }
}
