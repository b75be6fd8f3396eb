package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.Paper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the summary of confidence in the process and the quality of the data (แบบสรุปความเชื่อมั่นในกระบวนการและคุณภาพของ
 * ข้อมูล จปฐ.), which local authority, district and province issue beside the certificate. The total is the sum of the units
 * directly beneath: for the province each district's result and the provincial total, as step 15 of the papers asks. No
 * official form of the summary is public; which of the figures are shown, and in which words, a {@link PaperTemplate} says.
 *
 * @param total the unit
 * @param parts the units directly beneath it, by code
 * @param late of the units beneath, at any level, that have target households and a deadline: how many had not all papers
 *     at the level above in time
 * @param at for when it was drawn up
 */
public record ConfidenceSummary(Line total, List<Line> parts, Share late, Instant at) {
    /**
     * Copies the parts, and checks that they add up to the total.
     *
     * @param total the unit
     * @param parts the units directly beneath it, by code
     * @param late of the units beneath that have a deadline, how many missed it
     * @param at for when it was drawn up
     * @throws IllegalArgumentException if a figure of the total is not the sum of the parts', or the root not the one over
     *     theirs
     */
    public ConfidenceSummary {
        requireNonNull(late, "late");
        requireNonNull(at, "at");
        parts = List.copyOf(parts);
        if (!total.isSumOf(parts)) {
            throw new IllegalArgumentException("the units beneath " + total.unit() + " do not add up to it");
        }
    }

    /**
     * One unit's result.
     *
     * @param unit the unit
     * @param stage how far it has come
     * @param root the root of its data
     * @param figures how far its households have come
     * @param hardEdits how many hard edits fail, of how many that were decided
     * @param softEdits how many soft edits fail, of how many that were decided
     * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
     * @param recheck the re-check of a sample of its households; null if there was none
     */
    public record Line(
            AreaCode unit,
            Stage stage,
            Hash root,
            Figures figures,
            Share hardEdits,
            Share softEdits,
            long acceptedSoftEdits,
            @Nullable Recheck recheck) {
        /**
         * Checks that every part is there.
         *
         * @param unit the unit
         * @param stage how far it has come
         * @param root the root of its data
         * @param figures how far its households have come
         * @param hardEdits how many hard edits fail, of how many that were decided
         * @param softEdits how many soft edits fail, of how many that were decided
         * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
         * @param recheck the re-check of a sample of its households; null if there was none
         */
        public Line {
            requireNonNull(unit, "unit");
            requireNonNull(stage, "stage");
            requireNonNull(root, "root");
            requireNonNull(figures, "figures");
            requireNonNull(hardEdits, "hardEdits");
            requireNonNull(softEdits, "softEdits");
        }

        static Line of(AreaCode unit, Stage stage, QualityFacts facts) {
            return new Line(
                    unit,
                    stage,
                    facts.root(),
                    facts.figures(),
                    facts.hardEdits(),
                    facts.softEdits(),
                    facts.acceptedSoftEdits(),
                    facts.recheck());
        }

        static Line of(Certificate certificate) {
            Detail.Vouching content = certificate.content();
            return new Line(
                    certificate.unit(),
                    Stage.CERTIFIED,
                    content.root(),
                    content.figures(),
                    content.hardEdits(),
                    content.softEdits(),
                    content.acceptedSoftEdits(),
                    content.recheck());
        }

        private boolean isSumOf(List<Line> parts) {
            Figures sum = Figures.NONE;
            Share hard = Share.of(0, 0);
            Share soft = Share.of(0, 0);
            long accepted = 0;
            for (Line part : parts) {
                sum = sum.plus(part.figures);
                hard = hard.plus(part.hardEdits);
                soft = soft.plus(part.softEdits);
                accepted = Math.addExact(accepted, part.acceptedSoftEdits);
            }
            return sum.equals(figures)
                    && hard.equals(hardEdits)
                    && soft.equals(softEdits)
                    && accepted == acceptedSoftEdits
                    && Merkle.root(parts.stream().map(Line::root).toList()).equals(root);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("level", unit.level().name());
            json.put("unit", unit.value());
            json.put("stage", stage.name());
            json.put("root", root.toString());
            json.put("figures", EventJson.figures(figures));
            json.put("hardEdits", EventJson.share(hardEdits));
            json.put("softEdits", EventJson.share(softEdits));
            json.put("acceptedSoftEdits", acceptedSoftEdits);
            if (recheck != null) {
                json.put("recheck", EventJson.recheck(recheck));
            }
            return json;
        }
    }

    /**
     * Draws up the summary of a unit, as it is now: before it is presented, or later for as long as its data stay the same.
     *
     * @param kernel by which the units certify
     * @param state how far they have come
     * @param unit a unit of a level that issues the summary
     * @param facts what is known, with the time of the summary; asked for the quality of the unit and of those directly
     *     beneath it
     * @return the summary, or findings: facts that are missing, or of other data ({@link RefusalCode#QUALITY_MISSING}, {@link
     *     RefusalCode#QUALITY_OF_OTHER_DATA}), or facts of the unit that are not the sum of those beneath
     * @throws IllegalArgumentException if the unit is not in the tree, or its level issues no summary
     */
    public static Reading<ConfidenceSummary> of(
            Certification kernel, CertificationState state, AreaCode unit, Facts facts) {
        if (!kernel.papers(unit.level()).contains(Paper.CONFIDENCE_SUMMARY)) {
            throw new IllegalArgumentException("no confidence summary of the level " + unit.level());
        }
        List<Finding> findings = new ArrayList<>();
        Line total = line(state, unit, facts, findings);
        List<Line> parts = new ArrayList<>();
        for (AreaCode child : state.tree().children(unit)) {
            Line part = line(state, child, facts, findings);
            if (part != null) {
                parts.add(part);
            }
        }
        if (total == null || !findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        if (!total.isSumOf(parts)) {
            return Reading.nothing(List.of(finding(CertificationFinding.SUMMARY_NOT_THE_SUM, unit)));
        }
        Instant now = facts.now();
        return Reading.of(new ConfidenceSummary(total, parts, late(kernel, state, unit, now), now));
    }

    private static @Nullable Line line(CertificationState state, AreaCode unit, Facts facts, List<Finding> findings) {
        UnitNode node = state.node(unit);
        QualityFacts quality = facts.quality(unit).orElse(null);
        if (quality == null) {
            findings.add(finding(RefusalCode.QUALITY_MISSING, unit));
            return null;
        }
        if (!quality.root().equals(node.root()) || !quality.figures().equals(node.figures())) {
            findings.add(finding(RefusalCode.QUALITY_OF_OTHER_DATA, unit));
            return null;
        }
        return Line.of(unit, node.stage(), quality);
    }

    private static Finding finding(FindingCode code, AreaCode unit) {
        return Finding.of(code).with("unit", unit.value());
    }

    private static Share late(Certification kernel, CertificationState state, AreaCode above, Instant now) {
        Share sum = Share.of(0, 0);
        for (AreaCode unit : state.tree().children(above)) {
            Deadline deadline = kernel.deadline(unit.level()).orElse(null);
            if (deadline != null && state.figures(unit).target() > 0) {
                Board.Timeliness timeliness =
                        Board.Timeliness.of(deadline, state.receivedAt(unit).orElse(null), now, Duration.ZERO);
                boolean missed = timeliness == Board.Timeliness.LATE || timeliness == Board.Timeliness.OVERDUE;
                sum = sum.plus(Share.of(missed ? 1 : 0, 1));
            }
            sum = sum.plus(late(kernel, state, unit, now));
        }
        return sum;
    }

    /**
     * Writes the summary as JSON, to lie beside the paper.
     *
     * @return the document, in one line, in canonical form (RFC 8785)
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>(total.json());
        json.put("parts", parts.stream().map(Line::json).toList());
        json.put("late", EventJson.share(late));
        json.put("at", at.toString());
        return CanonicalJson.of(json);
    }
}
