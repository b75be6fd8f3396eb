package io.github.bmnkit.xform;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as ODK XForm XML. Where no answer is missing, a client built on JavaRosa shows, requires, checks and calculates
 * the same as this SDK.
 */
public final class XForm {
    private final String xml;
    private final List<Finding> findings;

    XForm(String xml, List<Finding> findings) {
        this.xml = xml;
        this.findings = List.copyOf(findings);
    }

    /**
     * Writes a form as an XForm. Its texts are in Thai, by default, and English.
     *
     * @param form the form
     * @return the XForm
     */
    public static XForm of(Questionnaire form) {
        return new XFormBuilder(requireNonNull(form, "form")).build();
    }

    /**
     * Returns the XForm as a document.
     *
     * @return the XML, the same for equal forms; to be stored in UTF-8
     */
    public String xml() {
        return xml;
    }

    /**
     * Returns what of the form the XForm does not express.
     *
     * @return findings with codes of {@link XFormFinding}, each naming a question, list or parameter; none is an error
     */
    public List<Finding> findings() {
        return findings;
    }

    /** Two XForms are equal if their documents and findings are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XForm that && xml.equals(that.xml) && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return 31 * xml.hashCode() + findings.hashCode();
    }

    /** Returns how much there is. */
    @Override
    public String toString() {
        return "XForm[characters=" + xml.length() + ", findings=" + findings.size() + "]";
    }
}
