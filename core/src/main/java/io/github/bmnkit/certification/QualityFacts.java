package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of the quality of a unit's data, as plain values: it computes them with a validator and progress of
 * its choice. They name the root of the data that they were computed from, so that nobody certifies on older figures.
 *
 * @param root the root of the unit's data
 * @param figures how far the households have come
 * @param hardEdits how many hard edits fail, of how many that were decided
 * @param softEdits how many soft edits fail, of how many that were decided
 * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
 * @param rules how often each rule that may block fails, of how often it was decided, by the rule's id
 * @param unresolved the households of a village that are not resolved; above the village empty
 * @param blocking the households of a village that fail an edit which may block; above the village empty
 * @param recheck what came of asking a sample of its households again; null if that was not done
 */
public record QualityFacts(
        Hash root,
        Figures figures,
        Share hardEdits,
        Share softEdits,
        long acceptedSoftEdits,
        Map<String, Share> rules,
        List<HouseholdId> unresolved,
        List<HouseholdId> blocking,
        @Nullable Recheck recheck) {
    private static final Share NONE = Share.of(0, 0);

    /**
     * Copies the lists, and checks that the figures fit together.
     *
     * @param root the root of the unit's data
     * @param figures how far the households have come
     * @param hardEdits how many hard edits fail, of how many that were decided
     * @param softEdits how many soft edits fail, of how many that were decided
     * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
     * @param rules how often each rule that may block fails, of how often it was decided, by the rule's id
     * @param unresolved the households of a village that are not resolved; above the village empty
     * @param blocking the households of a village that fail an edit which may block; above the village empty
     * @param recheck what came of asking a sample of its households again; null if that was not done
     * @throws IllegalArgumentException if more soft edits were accepted than fail
     */
    public QualityFacts {
        requireNonNull(root, "root");
        requireNonNull(figures, "figures");
        requireNonNull(hardEdits, "hardEdits");
        if (acceptedSoftEdits < 0 || acceptedSoftEdits > softEdits.part()) {
            throw new IllegalArgumentException(acceptedSoftEdits + " accepted of " + softEdits + " soft edits");
        }
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        unresolved = unresolved.stream().sorted().toList();
        blocking = blocking.stream().sorted().toList();
    }

    /**
     * Returns the facts of a village in which nothing was checked yet.
     *
     * @param work the village's work
     * @return facts with its root, figures and unresolved households, and no edits
     */
    public static QualityFacts of(VillageWork work) {
        VillageWork.Report report = work.report();
        return new QualityFacts(
                report.root(), report.figures(), NONE, NONE, 0, Map.of(), work.unresolved(), List.of(), null);
    }

    /**
     * Returns the facts of a unit from those of the units beneath it: every figure is a sum, and the root is the one over
     * theirs, so that facts of other data stay so. Re-checks do not add up: each speaks for its own unit.
     *
     * @param children the facts of all units directly beneath it, by code
     * @return the facts
     * @throws ArithmeticException if a sum exceeds a {@code long}
     */
    public static QualityFacts sum(List<QualityFacts> children) {
        Figures figures = Figures.NONE;
        Share hard = NONE;
        Share soft = NONE;
        long accepted = 0;
        Map<String, Share> rules = new TreeMap<>();
        for (QualityFacts child : children) {
            figures = figures.plus(child.figures);
            hard = hard.plus(child.hardEdits);
            soft = soft.plus(child.softEdits);
            accepted = Math.addExact(accepted, child.acceptedSoftEdits);
            child.rules.forEach((rule, share) -> rules.merge(rule, share, Share::plus));
        }
        Hash root = Merkle.root(children.stream().map(QualityFacts::root).toList());
        return new QualityFacts(root, figures, hard, soft, accepted, rules, List.of(), List.of(), null);
    }

    /**
     * Returns these facts with the outcome of the edits.
     *
     * @param hard how many hard edits fail, of how many that were decided
     * @param soft how many soft edits fail, of how many that were decided
     * @param accepted how many of those soft edits were accepted with a reason
     * @param households the households that fail an edit which may block
     * @return the facts
     * @throws IllegalArgumentException if more soft edits were accepted than fail
     */
    public QualityFacts withEdits(Share hard, Share soft, long accepted, List<HouseholdId> households) {
        return new QualityFacts(root, figures, hard, soft, accepted, rules, unresolved, households, recheck);
    }

    /**
     * Returns these facts with the outcome of rules that may block.
     *
     * @param outcomes how often each fails, of how often it was decided, by the rule's id
     * @return the facts
     */
    public QualityFacts withRules(Map<String, Share> outcomes) {
        return new QualityFacts(
                root, figures, hardEdits, softEdits, acceptedSoftEdits, outcomes, unresolved, blocking, recheck);
    }

    /**
     * Returns these facts with a re-check of a sample of the unit's households.
     *
     * @param result what came of it so far
     * @return the facts
     */
    public QualityFacts withRecheck(Recheck result) {
        return new QualityFacts(
                root,
                figures,
                hardEdits,
                softEdits,
                acceptedSoftEdits,
                rules,
                unresolved,
                blocking,
                requireNonNull(result, "result"));
    }

    /** Open edits of a severity in those that were decided. */
    Share open(Severity severity) {
        return severity == Severity.ERROR
                ? hardEdits
                : Share.of(softEdits.part() - acceptedSoftEdits, softEdits.whole());
    }
}
