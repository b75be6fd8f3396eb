package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of every question of a form what its answer can give away. A question that a classification does not name has the
 * role that follows from its type, which is rather too careful.
 */
public final class Classification {
    private final String id;
    private final String version;
    private final DefinitionStatus status;
    private final Text title;
    private final int firstRound;
    private final int lastRound;
    private final List<Source> sources;
    private final Questionnaire form;
    private final Map<String, DisclosureRole> named;
    private final Map<String, DisclosureRole> roles;

    Classification(
            String id,
            String version,
            DefinitionStatus status,
            Text title,
            int firstRound,
            int lastRound,
            List<Source> sources,
            Questionnaire form,
            Map<String, DisclosureRole> named) {
        this.id = id;
        this.version = version;
        this.status = status;
        this.title = title;
        this.firstRound = firstRound;
        this.lastRound = lastRound;
        this.sources = List.copyOf(sources);
        this.form = form;
        this.named = Map.copyOf(named);
        Map<String, DisclosureRole> all = new LinkedHashMap<>(DefaultRoles.of(form));
        all.putAll(named);
        roles = Collections.unmodifiableMap(all);
    }

    /**
     * Returns the classification that follows from the types of the questions alone. What is personal by the form, a place
     * on the map, a photograph or a signature is a direct identifier; every other text is free text; dates, what is asked
     * of each member, and what is calculated from any of these are quasi-identifiers.
     *
     * @param form the form
     * @return the classification, of the status {@link DefinitionStatus#DRAFT}
     */
    public static Classification of(Questionnaire form) {
        return new Classification(
                "by-type",
                "1",
                DefinitionStatus.DRAFT,
                Text.of("จำแนกตามชนิดของคำถาม", "By the types of the questions"),
                form.firstRound(),
                form.lastRound(),
                List.of(),
                form,
                Map.of());
    }

    /**
     * Reads a classification from JSON.
     *
     * @param json the definition, in the form of the shipped {@code bmn-2560.json}; read to its end and not closed
     * @param form the form whose questions it names
     * @return the classification, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<Classification> read(InputStream json, Questionnaire form) {
        return JsonDocument.read(
                requireNonNull(json, "json"),
                JsonLimits.DEFAULT,
                new ClassificationDecoder(requireNonNull(form, "form")).classification());
    }

    /**
     * Returns this classification for another edition of the form, such as one in which the host has filled the open lists.
     *
     * @param other the form, with the same id; a question that is not named here has the role that follows from its type
     * @return the classification
     * @throws IllegalArgumentException if it is another form, or lacks a question that is named here
     */
    public Classification withForm(Questionnaire other) {
        if (!other.id().equals(form.id())
                || named.keySet().stream().anyMatch(name -> other.item(name).isEmpty())) {
            throw new IllegalArgumentException("not an edition of " + form + ": " + other);
        }
        return new Classification(id, version, status, title, firstRound, lastRound, sources, other, named);
    }

    /**
     * Names the definition and its edition.
     *
     * @return id and version, such as {@code bmn-2560 1}
     */
    public String reference() {
        return id + " " + version;
    }

    /**
     * Returns what the definition claims to be.
     *
     * @return the status
     */
    public DefinitionStatus status() {
        return status;
    }

    /**
     * Returns its name.
     *
     * @return the name in Thai and English
     */
    public Text title() {
        return title;
    }

    /**
     * Tells whether it holds for a round.
     *
     * @param round the round, Buddhist Era
     * @return true if it does
     */
    public boolean holdsFor(int round) {
        return round >= firstRound && round <= lastRound;
    }

    /**
     * Returns what it rests on.
     *
     * @return the sources
     */
    public List<Source> sources() {
        return sources;
    }

    /**
     * Returns the form.
     *
     * @return the form whose questions are classified
     */
    public Questionnaire form() {
        return form;
    }

    /**
     * Returns the roles of all questions.
     *
     * @return the roles by the names of the questions, in the order of the form
     */
    public Map<String, DisclosureRole> roles() {
        return roles;
    }

    /**
     * Returns the role of a question.
     *
     * @param question the name of a question that has a value
     * @return its role
     * @throws IllegalArgumentException if the form has no such question
     */
    public DisclosureRole role(String question) {
        DisclosureRole role = roles.get(question);
        if (role == null) {
            throw new IllegalArgumentException("no question " + question + " in " + form);
        }
        return role;
    }

    @Override
    public String toString() {
        return "Classification[" + reference() + ", " + form.id() + "]";
    }
}
