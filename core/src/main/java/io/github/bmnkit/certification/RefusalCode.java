package io.github.bmnkit.certification;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why a step was not taken. The order of the constants is the order in which reasons are given. */
public enum RefusalCode implements FindingCode {
    /** The household is not on the target list of the village. */
    HOUSEHOLD_UNKNOWN("household.unknown"),
    /** The definition does not have this step for households: it belongs to an extension that is off. */
    HOUSEHOLD_STEP_OFF("household.step-off"),
    /** The id of the event belongs to another event of the household. */
    EVENT_ID_REUSED("household.event-id-reused"),
    /** The event lies before the last event of the household. */
    HOUSEHOLD_TIME("household.time-backward"),
    /** The household has not come as far as the step needs, or is past it. */
    HOUSEHOLD_STAGE("household.wrong-stage"),
    /** Someone other than the collector to whom the household was assigned collects or checks. */
    NOT_THE_COLLECTOR("household.not-the-collector"),
    /** Who collected would record the confirmation, too (separation of duties). */
    COLLECTOR_CONFIRMS("household.collector-confirms"),
    /** The confirmation is of other answers than those that were collected last. */
    ANSWERS_CHANGED("household.answers-changed"),
    /** The unit is not in the register. */
    UNKNOWN_UNIT("certification.unknown-unit"),
    /** The definition does not have this step for units of this level. */
    STEP_OFF("certification.step-off"),
    /** The id of the command belongs to another command to the unit. */
    COMMAND_ID_REUSED("certification.command-id-reused"),
    /** Something happened at or beneath the unit since the version that the caller saw. */
    STALE_VERSION("certification.stale-version"),
    /** The step lies before the last event at or beneath the unit. */
    TIME_BACKWARD("certification.time-backward"),
    /** The unit is at a stage from which the step is not taken. */
    WRONG_STAGE("certification.wrong-stage"),
    /** The actor has none of the roles that may take the step at this unit on this day. */
    WRONG_ROLE("certification.wrong-role"),
    /** The report says nothing new, or comes from before the last one. */
    REPORT_NOT_NEWER("certification.report-not-newer"),
    /** A village at or beneath the unit has not reported its target list and data. */
    NOT_REPORTED("certification.not-reported"),
    /** The unit has no target households. */
    NOTHING_TO_CERTIFY("certification.nothing-to-certify"),
    /** A unit beneath that has target households is not certified. */
    CHILD_NOT_CERTIFIED("certification.child-not-certified"),
    /** The papers of a unit beneath have not all reached this unit. */
    CHILD_NOT_RECEIVED("certification.child-not-received"),
    /** The result of a unit beneath is not there to be presented beside the total, or is that of other data. */
    CHILD_RESULT_MISSING("certification.child-result-missing"),
    /** The host gives no quality facts for the unit. */
    QUALITY_MISSING("certification.quality-missing"),
    /** The quality facts were computed from other data than the unit has now, or their figures do not add up. */
    QUALITY_OF_OTHER_DATA("certification.quality-of-other-data"),
    /** Fewer households are resolved than the host requires. */
    COVERAGE("certification.coverage"),
    /** Edits of a severity that blocks are open. */
    OPEN_EDITS("certification.open-edits"),
    /** Households fail a rule that blocks. */
    RULE_FAILED("certification.rule-failed"),
    /** The quality facts do not say how a rule that blocks came out. */
    RULE_NOT_CHECKED("certification.rule-not-checked"),
    /** The share of open edits exceeds the largest that the policy allows. */
    RATE("certification.rate"),
    /** The level needs a re-check of a sample, and the quality facts have none. */
    RECHECK_MISSING("certification.recheck-missing"),
    /** The sample was drawn from other data than the unit has now. */
    RECHECK_OF_OTHER_DATA("certification.recheck-of-other-data"),
    /** Households of the sample must still be asked again. */
    RECHECK_UNFINISHED("certification.recheck-unfinished"),
    /** More households of the sample differ than may. */
    RECHECK_REJECTED("certification.recheck-rejected"),
    /** No delegation in force lets the actor sign for the other. */
    DELEGATION_MISSING("certification.delegation-missing"),
    /** One of those concerned has signed already, for themselves or for another. */
    SIGNED_ALREADY("certification.signed-already"),
    /** The signer has signed for a unit directly beneath (separation of duties). */
    SIGNED_BENEATH("certification.signed-beneath"),
    /** A role that must sign has not signed. */
    SIGNATURE_MISSING("certification.signature-missing"),
    /** There are fewer signatures than the quorum. */
    QUORUM("certification.quorum"),
    /** Nobody but the presenter has signed (separation of duties). */
    PRESENTER_ALONE("certification.presenter-alone"),
    /** The level does not issue the paper. */
    PAPER_NOT_ISSUED("certification.paper-not-issued"),
    /** The paper has arrived already. */
    PAPER_RECEIVED("certification.paper-received"),
    /** The unit to which it is returned is neither the unit itself nor beneath it. */
    RETURN_NOT_BENEATH("certification.return-not-beneath"),
    /** A unit above has presented or certified: it must return first. */
    RETURN_STANDS_ABOVE("certification.return-stands-above");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.certification.RefusalCode", locale));

    private final String id;

    RefusalCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Returns {@link Severity#ERROR}: each keeps a step from being taken. */
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
