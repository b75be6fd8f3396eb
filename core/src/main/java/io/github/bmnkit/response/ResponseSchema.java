package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of the responses to a form, for systems that make or take such documents without this
 * SDK. It describes the canonical form, which {@link HouseholdResponse#toJson} writes, with types, code lists by round,
 * ranges, lengths and patterns, what is due and what is not asked, as far as JSON Schema has words for it.
 */
public final class ResponseSchema {
    private final String json;
    private final List<Finding> findings;

    ResponseSchema(String json, List<Finding> findings) {
        this.json = json;
        this.findings = List.copyOf(findings);
    }

    /**
     * Writes the schema of the responses to a form. Its titles and descriptions are in Thai and English.
     *
     * @param form the form
     * @return the schema
     */
    public static ResponseSchema of(Questionnaire form) {
        return new SchemaBuilder(requireNonNull(form, "form")).build();
    }

    /**
     * Returns the schema as a document.
     *
     * @return the JSON, the same for equal forms; to be stored in UTF-8
     */
    public String json() {
        return json;
    }

    /**
     * Returns what of the form the schema does not express.
     *
     * @return findings with codes of {@link ResponseSchemaFinding}, in the order of the questions; none is an error
     */
    public List<Finding> findings() {
        return findings;
    }

    /** Two schemas are equal if their documents and findings are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResponseSchema that && json.equals(that.json) && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return 31 * json.hashCode() + findings.hashCode();
    }

    /** Returns how much there is. */
    @Override
    public String toString() {
        return "ResponseSchema[characters=" + json.length() + ", findings=" + findings.size() + "]";
    }
}
