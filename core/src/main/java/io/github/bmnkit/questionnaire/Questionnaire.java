package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form: what is asked of a household and its members, in which order and under which conditions. It was checked as a
 * whole, and its expressions are compiled; each reads only what stands before it, so the order of the questions is also
 * one in which all can be calculated.
 */
public final class Questionnaire {
    private static final Comparator<Finding> IN_ORDER = Comparator.<Finding>comparingInt(
                    finding -> finding.place().line().orElse(0))
            .thenComparingInt(finding -> finding.place().column().orElse(0));

    private final Definition definition;
    private final Scope scope;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<Item> ofHousehold = new ArrayList<>();
    private final List<Item> ofMember = new ArrayList<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    Questionnaire(Definition definition, Compiled compiled) {
        this.definition = definition;
        this.scope = compiled.scope();
        for (Section section : definition.sections()) {
            for (Question question : section.questions()) {
                add(question, compiled);
            }
        }
    }

    private void add(Question question, Compiled compiled) {
        Map<Role, Formula> formulas = requireNonNull(compiled.formulas().get(question.name()));
        List<Item> level = question.level() == Level.HOUSEHOLD ? ofHousehold : ofMember;
        boolean note = question.type() == QuestionType.NOTE;
        int slot = note ? -1 : level.size();
        Symbol symbol = scope.symbol(question.name()).orElse(null);
        Item item = new Item(question, items.size(), slot, symbol, formulas);
        items.put(item.name(), item);
        if (!note) {
            level.add(item);
        }
    }

    /**
     * Reads the definition of a form from JSON and checks it.
     *
     * @param json the definition, as the published schema and documentation describe it; read to its end and not closed
     * @return the form, if nothing is wrong with it, and everything found, with line, column and JSON Pointer
     */
    public static Reading<Questionnaire> read(InputStream json) {
        Reading<Questionnaire> reading = JsonDocument.read(
                requireNonNull(json, "json"),
                JsonLimits.DEFAULT,
                (value, findings) -> new DefinitionDecoder().decode(value, findings));
        List<Finding> findings = reading.findings().stream().sorted(IN_ORDER).toList();
        return reading.optional().isEmpty() || reading.hasErrors()
                ? Reading.nothing(findings)
                : Reading.of(reading.value(), findings);
    }

    /**
     * Starts a form of the status {@link DefinitionStatus#DRAFT}, version 1.
     *
     * @param id a short name, such as {@code bmn-2560}
     * @param title what people call it
     * @param firstRound the first round (Buddhist Era) for which it holds
     * @param lastRound the last round for which it holds
     * @return a builder
     */
    public static Builder builder(String id, Text title, int firstRound, int lastRound) {
        return new Builder(id, title, firstRound, lastRound);
    }

    /** Checks a definition that was put together, by the way of its JSON: lines mean nothing, pointers do. */
    private static Reading<Questionnaire> checked(Definition definition) {
        String json = DefinitionWriter.write(definition);
        Reading<Questionnaire> reading = read(new ByteArrayInputStream(json.getBytes(UTF_8)));
        List<Finding> findings = reading.findings().stream()
                .map(finding -> finding.at(finding.place()
                        .pointer()
                        .map(Place.nowhere()::withPointer)
                        .orElse(Place.nowhere())))
                .toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), findings) : Reading.nothing(findings);
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
     * Returns the version of the definition.
     *
     * @return the version
     */
    public String version() {
        return definition.version();
    }

    /**
     * Returns what the definition claims to be.
     *
     * @return the status
     */
    public DefinitionStatus status() {
        return definition.status();
    }

    /**
     * Returns what people call the form.
     *
     * @return the title
     */
    public Text title() {
        return definition.title();
    }

    /**
     * Returns the first round for which the form holds.
     *
     * @return the year, Buddhist Era
     */
    public int firstRound() {
        return definition.firstRound();
    }

    /**
     * Returns the last round for which the form holds.
     *
     * @return the year, Buddhist Era
     */
    public int lastRound() {
        return definition.lastRound();
    }

    /**
     * Tells whether the form holds for a round.
     *
     * @param year the round, Buddhist Era
     * @return true from the first to the last round
     */
    public boolean holdsFor(int year) {
        return firstRound() <= year && year <= lastRound();
    }

    /**
     * Returns what the definition rests on.
     *
     * @return the sources
     */
    public List<Source> sources() {
        return definition.sources();
    }

    /**
     * Returns the list of members.
     *
     * @return the roster; empty if the form is only about households
     */
    public Optional<Roster> roster() {
        return Optional.ofNullable(definition.roster());
    }

    /**
     * Returns what is decided with the form, not answered.
     *
     * @return the parameters
     */
    public List<Parameter> parameters() {
        return definition.parameters();
    }

    /**
     * Returns the code lists.
     *
     * @return the lists
     */
    public List<CodeList> lists() {
        return definition.lists();
    }

    /**
     * Returns a code list.
     *
     * @param id its name
     * @return the list, if there is one
     */
    public Optional<CodeList> list(String id) {
        return lists().stream().filter(list -> list.id().equals(id)).findFirst();
    }

    /**
     * Returns the sections.
     *
     * @return the sections, in the order in which they are asked
     */
    public List<Section> sections() {
        return definition.sections();
    }

    /**
     * Returns the questions of all sections, calculations and notes included.
     *
     * @return the questions, in the order in which they are asked
     */
    public List<Question> questions() {
        return items.values().stream().map(Item::question).toList();
    }

    /**
     * Returns a question.
     *
     * @param name its name
     * @return the question, if there is one
     */
    public Optional<Question> question(String name) {
        return item(name).map(Item::question);
    }

    /**
     * Returns the questions as the form compiled them, notes included.
     *
     * @return the items, in the order in which they are asked
     */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /**
     * Returns what has a value at a level: answers and calculations, in the order in which responses keep them.
     *
     * @param level once in the household or for each member
     * @return the items, each at the place that its {@link Item#slot()} says
     */
    public List<Item> items(Level level) {
        return Collections.unmodifiableList(level == Level.HOUSEHOLD ? ofHousehold : ofMember);
    }

    /**
     * Returns a question as the form compiled it.
     *
     * @param name the name of the question
     * @return the item, if there is such a question
     */
    public Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(requireNonNull(name, "name")));
    }

    /**
     * Returns what somebody makes of the form to work with it fast. A form never changes, so it is made once and kept for
     * as long as the form.
     *
     * @param type what it is; there is one of each type
     * @param make makes it, and asks the form for nothing else of this kind
     * @param <T> the type
     * @return what was made, now or before
     */
    public <T> T derived(Class<T> type, Function<Questionnaire, T> make) {
        return requireNonNull(type.cast(derived.computeIfAbsent(type, key -> make.apply(this))));
    }

    /**
     * Returns the names that expressions may use: parameters, then questions and calculations.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Returns the form with the codes of a list, such as those that only the host knows. All is checked again: an open
     * list may say with each code what it means to the form.
     *
     * @param listId the name of the list
     * @param codes all its codes
     * @return the form, if the codes fit, and everything found, with JSON Pointer
     * @throws IllegalArgumentException if the form has no such list
     */
    public Reading<Questionnaire> withCodes(String listId, List<Code> codes) {
        requireNonNull(codes, "codes");
        if (list(listId).isEmpty()) {
            throw new IllegalArgumentException("no list " + listId + " in the form " + id());
        }
        return checked(definition.withLists(lists().stream()
                .map(list -> list.id().equals(listId) ? list.withCodes(codes) : list)
                .toList()));
    }

    /**
     * Returns the form with another value of a parameter.
     *
     * @param name the name of the parameter
     * @param value the value; null to leave it unset
     * @return the form, if the value fits, and everything found, with JSON Pointer
     * @throws IllegalArgumentException if the form has no such parameter
     */
    public Reading<Questionnaire> withParameter(String name, @Nullable Value value) {
        if (parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException("no parameter " + name + " in the form " + id());
        }
        return checked(definition.withParameters(parameters().stream()
                .map(parameter -> parameter.name().equals(name) ? parameter.withValue(value) : parameter)
                .toList()));
    }

    /**
     * Writes the definition; reading it gives an equal form.
     *
     * @return the definition as JSON
     */
    public String toJson() {
        return DefinitionWriter.write(definition);
    }

    /** Two forms are equal if all that they define is. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Questionnaire that && definition.equals(that.definition));
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Returns id, version and how much there is. */
    @Override
    public String toString() {
        long members = items.values().stream()
                .filter(item -> item.level() == Level.MEMBER)
                .count();
        return "Questionnaire[" + id() + " " + version() + ", sections="
                + sections().size() + ", questions=" + items.size() + " (" + members + " of members), lists="
                + lists().size() + "]";
    }

    /** Puts a form together. */
    public static final class Builder {
        private final String id;
        private final Text title;
        private final int firstRound;
        private final int lastRound;
        private final List<Source> sources = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<CodeList> lists = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private String version = "1";
        private DefinitionStatus status = DefinitionStatus.DRAFT;
        private @Nullable Roster roster;

        private Builder(String id, Text title, int firstRound, int lastRound) {
            this.id = requireNonNull(id, "id");
            this.title = requireNonNull(title, "title");
            this.firstRound = firstRound;
            this.lastRound = lastRound;
        }

        /**
         * Sets the version.
         *
         * @param newVersion the version
         * @return this builder
         */
        public Builder version(String newVersion) {
            version = requireNonNull(newVersion, "newVersion");
            return this;
        }

        /**
         * Sets what the definition claims to be.
         *
         * @param newStatus the status
         * @return this builder
         */
        public Builder status(DefinitionStatus newStatus) {
            status = requireNonNull(newStatus, "newStatus");
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
         * Sets the roster.
         *
         * @param newRoster the roster
         * @return this builder
         */
        public Builder roster(Roster newRoster) {
            roster = requireNonNull(newRoster, "newRoster");
            return this;
        }

        /**
         * Adds a parameter.
         *
         * @param parameter the parameter
         * @return this builder
         */
        public Builder parameter(Parameter parameter) {
            parameters.add(requireNonNull(parameter, "parameter"));
            return this;
        }

        /**
         * Adds a code list.
         *
         * @param list the list
         * @return this builder
         */
        public Builder list(CodeList list) {
            lists.add(requireNonNull(list, "list"));
            return this;
        }

        /**
         * Adds a section after those that are there.
         *
         * @param section the section
         * @return this builder
         */
        public Builder section(Section section) {
            sections.add(requireNonNull(section, "section"));
            return this;
        }

        /**
         * Checks the form as if it had been read.
         *
         * @return the form, if nothing is wrong with it, and everything found, with the JSON Pointers of
         *     {@link Questionnaire#toJson}
         */
        public Reading<Questionnaire> build() {
            return checked(new Definition(
                    id, version, status, title, firstRound, lastRound, sources, roster, parameters, lists, sections));
        }
    }
}
