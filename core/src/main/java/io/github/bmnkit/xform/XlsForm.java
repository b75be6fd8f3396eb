package io.github.bmnkit.xform;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.InputStream;
import java.util.List;

/**
 * A form as the three tables of XLSForm, each in CSV (RFC 4180, UTF-8), to be worked on in a spreadsheet or given to the
 * tools of other surveys. What XLSForm has no column for stands in columns whose names begin with {@code bmn_}, which
 * other tools pass over; so reading what was written gives an equal form.
 *
 * @param survey the questions, groups and the repeat, in the order of asking
 * @param choices the codes of the lists
 * @param settings one row about the form as a whole
 * @param findings what other tools will not do as the form says, each with the sheet, column and line of its cell
 */
public record XlsForm(String survey, String choices, String settings, List<Finding> findings) {
    /**
     * Copies the findings.
     *
     * @param survey the questions, groups and the repeat, in the order of asking
     * @param choices the codes of the lists
     * @param settings one row about the form as a whole
     * @param findings what other tools will not do as the form says
     */
    public XlsForm {
        requireNonNull(survey, "survey");
        requireNonNull(choices, "choices");
        requireNonNull(settings, "settings");
        findings = List.copyOf(findings);
    }

    /**
     * Writes a form as tables.
     *
     * @param form the form
     * @return the tables, and what they cannot say to other tools
     */
    public static XlsForm of(Questionnaire form) {
        return new XlsFormExport(requireNonNull(form, "form")).export();
    }

    /**
     * Reads tables that say for which rounds the form holds, as those that were written by {@link #of} do.
     *
     * @param survey the sheet {@code survey} in CSV; read to its end and not closed
     * @param choices the sheet {@code choices}; empty if there is none
     * @param settings the sheet {@code settings}
     * @return the form, if nothing is wrong with it, and everything found, with sheet, column and line
     */
    public static Reading<Questionnaire> read(InputStream survey, InputStream choices, InputStream settings) {
        return new XlsFormImport(0, 0).read(survey, choices, settings);
    }

    /**
     * Reads tables that other tools or people made, which do not say for which rounds the form holds.
     *
     * @param survey the sheet {@code survey} in CSV; read to its end and not closed
     * @param choices the sheet {@code choices}; empty if there is none
     * @param settings the sheet {@code settings}; empty if there is none
     * @param firstRound the first round (Buddhist Era), if the settings do not say
     * @param lastRound the last round, if the settings do not say
     * @return the form, if nothing is wrong with it, and everything found, with sheet, column and line
     */
    public static Reading<Questionnaire> read(
            InputStream survey, InputStream choices, InputStream settings, int firstRound, int lastRound) {
        return new XlsFormImport(firstRound, lastRound).read(survey, choices, settings);
    }
}
