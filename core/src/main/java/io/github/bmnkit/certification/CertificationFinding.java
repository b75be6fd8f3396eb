package io.github.bmnkit.certification;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a definition of certification, with a ledger, a proof of inclusion, a summary and a template of papers. */
public enum CertificationFinding implements FindingCode {
    /** A role is named that the catalogue does not have. */
    UNKNOWN_ROLE("certification.unknown-role"),
    /** Nobody could take a step: no role is named. */
    NO_ROLES("certification.no-roles"),
    /** A source or a rate stands twice. */
    DUPLICATE("certification.duplicate"),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("certification.unknown-source"),
    /** The levels are not village, local authority, district and province, each once. */
    LEVELS("certification.levels"),
    /** Units beneath must be of another stage than certified or received. */
    CHILDREN_STAGE("certification.children-stage"),
    /** A severity is named that blocks nothing. */
    SEVERITY_BLOCKS_NOTHING("certification.severity-blocks-nothing"),
    /** The part of a rate exceeds its whole. */
    RATE("certification.rate-range"),
    /** A quorum is given, but the extension is off. */
    QUORUM_IS_OFF("certification.quorum-is-off"),
    /** A level needs a re-check, but the extension is off. */
    RECHECK_IS_OFF("certification.recheck-is-off"),
    /** The re-check is on, but no level needs it. */
    RECHECK_NOWHERE("certification.recheck-nowhere"),
    /** A line is not the canonical form of its entry. */
    LEDGER_NOT_CANONICAL("ledger.not-canonical"),
    /** An entry has another number than its place in the ledger. */
    LEDGER_SEQUENCE("ledger.sequence"),
    /** An entry does not follow on the entry before it. */
    LEDGER_PREVIOUS("ledger.previous"),
    /** The content of an entry is not that of its hash. */
    LEDGER_HASH("ledger.hash"),
    /** An event could not happen after those before it. */
    LEDGER_IMPOSSIBLE("ledger.impossible"),
    /** The ledger is shorter than the anchor. */
    LEDGER_TRUNCATED("ledger.truncated"),
    /** The ledger is longer than the anchor: what follows is not anchored. */
    LEDGER_LONGER("ledger.longer"),
    /** The last entry is not that of the anchor. */
    LEDGER_HEAD("ledger.head"),
    /** A line is not an entry: a part has no valid form, or the line is too long. */
    LEDGER_LINE("ledger.line"),
    /** A proof has a path that does not fit its position. */
    PROOF_SHAPE("proof.shape"),
    /** A text is not a digest of 64 hexadecimal digits. */
    PROOF_HASH("proof.hash"),
    /** The facts of a unit are not the sum of those of the units beneath it. */
    SUMMARY_NOT_THE_SUM("summary.not-the-sum"),
    /** A text of a template names a figure that there is not. */
    PAPER_UNKNOWN_FIELD("paper.unknown-field"),
    /** A text of a template has a brace that opens or closes nothing. */
    PAPER_BRACE("paper.brace"),
    /** A template names a figure that its paper, or a table of units, does not have. */
    PAPER_FIELD_ELSEWHERE("paper.field-elsewhere"),
    /** The two languages of a text name other figures. */
    PAPER_LANGUAGES("paper.languages-differ"),
    /** A paper lacks a part without which it proves nothing. */
    PAPER_BLOCK_MISSING("paper.block-missing"),
    /** A paper has a part twice, or a template has two layouts of a paper. */
    PAPER_TWICE("paper.twice"),
    /** A part lacks what it needs, or has what belongs to another. */
    PAPER_BLOCK("paper.block-form");

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.certification.CertificationFinding", locale));

    private final String id;

    CertificationFinding(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Returns {@link Severity#ERROR}: nothing here is only worth knowing. */
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
