package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every unit with its stage, what it waits for and for whom, and whether it is in time.
 *
 * @param rows the units, from the country's provinces down to the villages, each level by code
 */
public record Board(List<Row> rows) {
    /**
     * Copies the rows.
     *
     * @param rows the units
     */
    public Board {
        rows = List.copyOf(rows);
    }

    /** Whether papers are, or will be, in time. A deadline is met when all papers have reached the level above. */
    public enum Timeliness {
        /** The round has no deadline for the level. */
        NO_DEADLINE("ไม่มีกำหนดส่ง", "no deadline"),
        /** The papers arrived in time, or there is time left. */
        ON_TIME("ทันกำหนด", "on time"),
        /** The papers have not arrived, and the deadline is near. */
        DUE_SOON("ใกล้ครบกำหนด", "due soon"),
        /** The papers have not arrived, and the deadline is past. */
        OVERDUE("เลยกำหนด", "overdue"),
        /** The papers arrived after the deadline. */
        LATE("ล่าช้า", "late");

        private final Text text;

        Timeliness(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the name for people.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }

        static Timeliness of(@Nullable Deadline deadline, @Nullable Instant receivedAt, Instant now, Duration dueSoon) {
            if (deadline == null) {
                return NO_DEADLINE;
            }
            if (receivedAt != null) {
                return deadline.isMetAt(receivedAt) ? ON_TIME : LATE;
            }
            if (!deadline.isMetAt(now)) {
                return OVERDUE;
            }
            return deadline.isMetAt(now.plus(dueSoon)) ? ON_TIME : DUE_SOON;
        }
    }

    /**
     * One unit.
     *
     * @param unit the unit
     * @param stage how far it has come
     * @param lapsed whether it had a certificate that a change has let lapse
     * @param waitsFor the next step at this unit; null if it waits for units beneath, or for nothing
     * @param waitsOn roles of those who can take that step
     * @param reasons why an open unit is not ready; empty for all others
     * @param timeliness whether its papers are in time
     */
    public record Row(
            AreaCode unit,
            Stage stage,
            boolean lapsed,
            @Nullable Step waitsFor,
            Set<RoleId> waitsOn,
            List<Refusal> reasons,
            Timeliness timeliness) {
        /**
         * Copies the lists.
         *
         * @param unit the unit
         * @param stage how far it has come
         * @param lapsed whether it had a certificate that a change has let lapse
         * @param waitsFor the next step at this unit; null if it waits for units beneath, or for nothing
         * @param waitsOn roles of those who can take that step
         * @param reasons why an open unit is not ready; empty for all others
         * @param timeliness whether its papers are in time
         */
        public Row {
            requireNonNull(unit, "unit");
            requireNonNull(stage, "stage");
            requireNonNull(timeliness, "timeliness");
            waitsOn = Collections.unmodifiableSet(new TreeSet<>(waitsOn));
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Draws up the board.
     *
     * @param kernel by which the units certify
     * @param state how far they have come
     * @param facts what is known, with the time of the board
     * @param dueSoon how long before its deadline a unit is due soon
     * @return the board
     */
    public static Board of(Certification kernel, CertificationState state, Facts facts, Duration dueSoon) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < state.tree().size(); i++) {
            rows.add(row(kernel, state, state.tree().area(i), facts, dueSoon));
        }
        return new Board(rows);
    }

    private static Row row(
            Certification kernel, CertificationState state, AreaCode unit, Facts facts, Duration dueSoon) {
        Stage stored = state.stage(unit);
        List<Refusal> reasons = stored == Stage.OPEN ? kernel.conditions(state, unit, facts) : List.of();
        Stage stage = stored == Stage.OPEN && reasons.isEmpty() ? Stage.READY : stored;
        Step next = next(kernel, state, unit, stage);
        Timeliness timeliness = Timeliness.of(
                kernel.deadline(unit.level()).orElse(null),
                state.receivedAt(unit).orElse(null),
                facts.now(),
                dueSoon);
        return new Row(
                unit,
                stage,
                state.lapsedCertificate(unit).isPresent(),
                next,
                next == null ? Set.of() : who(kernel, state, unit, next),
                reasons,
                timeliness);
    }

    private static @Nullable Step next(Certification kernel, CertificationState state, AreaCode unit, Stage stage) {
        return switch (stage) {
            case OPEN -> unit.level() == AreaLevel.VILLAGE ? Step.REPORT : null;
            case READY -> Step.PRESENT;
            case PRESENTED -> missing(kernel, state, unit).isEmpty() ? Step.CERTIFY : Step.SIGN;
            case CERTIFIED -> Step.SUBMIT;
            case SUBMITTED -> Step.RECEIVE;
            case RECEIVED -> null;
        };
    }

    /** Who is waited for to sign: the roles that must and have not, else those that may while the quorum lacks. */
    private static Set<RoleId> missing(Certification kernel, CertificationState state, AreaCode unit) {
        LevelProcess level = kernel.definition().level(unit.level());
        List<Certificate.Signature> signatures = state.signatures(unit);
        Set<RoleId> signed =
                signatures.stream().map(Certificate.Signature::role).collect(Collectors.toSet());
        Set<RoleId> missing = new TreeSet<>(level.signedByEach());
        missing.removeAll(signed);
        boolean few = kernel.definition().has(Extension.QUORUM) && signatures.size() < level.quorum();
        return missing.isEmpty() && few ? new TreeSet<>(level.signers()) : missing;
    }

    private static Set<RoleId> who(Certification kernel, CertificationState state, AreaCode unit, Step step) {
        LevelProcess level = kernel.definition().level(unit.level());
        return switch (step) {
            case REPORT, PRESENT, SUBMIT, RETURN -> level.presentedBy();
            case SIGN -> missing(kernel, state, unit);
            case CERTIFY -> new TreeSet<>(level.signers());
            case RECEIVE -> level.receivedBy();
        };
    }
}
