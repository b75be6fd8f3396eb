package io.github.bmnkit.response;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What a {@link ResponseSchema} does not express. A warning is about a check of the form that the schema does not make. */
public enum ResponseSchemaFinding implements FindingCode {
    /** Other ways of writing an answer, which are read too, are refused; Unicode's form NFC is not checked. */
    SPELLINGS("schema.spellings", Severity.INFO),
    /** Conditions take a stored answer as it is, even if it should not have been given. */
    STORED("schema.stored", Severity.INFO),
    /** That each member has a key of its own is not checked. */
    KEYS("schema.keys", Severity.INFO),
    /** A value for a calculation is not compared with what the form calculates. */
    CALCULATION("schema.calculation", Severity.INFO),
    /** A rare character counts as one where the form counts two. */
    LENGTH("schema.length", Severity.INFO),
    /** An answer is accepted though a condition on asking for it does not hold. */
    RELEVANCE("schema.relevance", Severity.WARNING),
    /** An answer may be left out, or refused, though it is due. */
    REQUIRED("schema.required", Severity.WARNING),
    /** A part of the constraint is not checked. */
    CONSTRAINT("schema.constraint", Severity.WARNING),
    /** That the code lies under the answer above it is not checked. */
    WITHIN("schema.within", Severity.WARNING);

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.response.ResponseSchemaFinding", locale));

    private final String id;
    private final Severity severity;

    ResponseSchemaFinding(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
