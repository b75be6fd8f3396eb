package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must be so for a unit's result to be presented, and still so when it is certified. */
final class Conditions {
    private final Certification kernel;
    private final CertificationState state;
    private final AreaCode unit;
    private final UnitNode node;
    private final Facts facts;
    private final List<Refusal> found;

    /** What is missing is added to the list. */
    Conditions(
            Certification kernel,
            CertificationState state,
            AreaCode unit,
            UnitNode node,
            Facts facts,
            List<Refusal> found) {
        this.kernel = kernel;
        this.state = state;
        this.unit = unit;
        this.node = node;
        this.facts = facts;
        this.found = found;
    }

    /** Checks them all, and returns the quality facts; null if there are none. */
    @Nullable
    QualityFacts check(LevelProcess level) {
        if (node.unreported() > 0) {
            List<AreaCode> missing = new ArrayList<>();
            collect(unit, node, missing);
            add(here(RefusalCode.NOT_REPORTED).with("count", node.unreported()), missing);
        } else if (node.figures().target() == 0) {
            add(here(RefusalCode.NOTHING_TO_CERTIFY), List.of());
        }
        if (node.children() > 0) {
            checkChildren(level);
        }
        QualityFacts quality = facts.quality(unit).orElse(null);
        boolean current = quality != null && isCurrent(quality);
        if (quality == null) {
            add(here(RefusalCode.QUALITY_MISSING), List.of());
        } else if (!current) {
            add(here(RefusalCode.QUALITY_OF_OTHER_DATA), List.of());
        }
        checkCoverage(level, quality != null && current ? quality.unresolved() : List.of());
        if (quality != null) {
            checkPolicy(quality);
            checkRecheck(quality.recheck());
        }
        return quality;
    }

    private Finding here(RefusalCode code) {
        return Finding.of(code).with("unit", unit.value());
    }

    private void add(Finding finding, List<AreaCode> units) {
        found.add(new Refusal(finding, units, List.of()));
    }

    /** The villages that have not reported. */
    private void collect(AreaCode at, UnitNode from, List<AreaCode> missing) {
        if (from.children() == 0) {
            missing.add(at);
            return;
        }
        List<AreaCode> children = state.tree().children(at);
        for (int i = 0; i < from.children(); i++) {
            if (from.child(i).unreported() > 0) {
                collect(children.get(i), from.child(i), missing);
            }
        }
    }

    private void checkChildren(LevelProcess level) {
        checkChildren(RefusalCode.CHILD_NOT_CERTIFIED, child -> !child.stage().isAtLeast(Stage.CERTIFIED));
        if (level.childrenMustBe() == Stage.RECEIVED) {
            checkChildren(
                    RefusalCode.CHILD_NOT_RECEIVED,
                    child -> child.stage().isAtLeast(Stage.CERTIFIED) && child.stage() != Stage.RECEIVED);
        }
        if (level.resultOfEachChild()) {
            List<AreaCode> missing = new ArrayList<>();
            List<AreaCode> codes = state.tree().children(unit);
            for (int i = 0; i < node.children(); i++) {
                QualityFacts quality = facts.quality(codes.get(i)).orElse(null);
                if (node.child(i).counts() && (quality == null || !isOf(quality, node.child(i)))) {
                    missing.add(codes.get(i));
                }
            }
            if (!missing.isEmpty()) {
                add(here(RefusalCode.CHILD_RESULT_MISSING).with("count", missing.size()), missing);
            }
        }
    }

    private void checkChildren(RefusalCode code, Predicate<UnitNode> isBehind) {
        List<AreaCode> behind = new ArrayList<>();
        for (int i = 0; i < node.children(); i++) {
            if (node.child(i).counts() && isBehind.test(node.child(i))) {
                behind.add(state.tree().children(unit).get(i));
            }
        }
        if (!behind.isEmpty()) {
            add(here(code).with("count", behind.size()), behind);
        }
    }

    /** Facts are of the data that the unit has now, and name every household that is open. */
    private boolean isCurrent(QualityFacts quality) {
        Figures figures = node.figures();
        boolean village = unit.level() == AreaLevel.VILLAGE;
        return isOf(quality, node)
                && (!village || quality.unresolved().size() == figures.target() - figures.resolved());
    }

    private static boolean isOf(QualityFacts quality, UnitNode of) {
        return quality.figures().equals(of.figures()) && quality.root().equals(of.root());
    }

    private void checkCoverage(LevelProcess level, List<HouseholdId> unresolved) {
        Figures figures = node.figures();
        Share required = kernel.coverage(level.level());
        if (figures.target() > 0 && less(figures.resolved(), figures.target(), required.part(), required.whole())) {
            Finding finding = here(RefusalCode.COVERAGE)
                    .with("resolved", figures.resolved())
                    .with("target", figures.target())
                    .with("required", required);
            found.add(new Refusal(finding, List.of(), unresolved));
        }
    }

    private void checkPolicy(QualityFacts quality) {
        BlockingPolicy policy = kernel.definition().blocking();
        for (Severity severity : policy.severities()) {
            Share open = quality.open(severity);
            if (open.part() > 0) {
                Finding finding = here(RefusalCode.OPEN_EDITS)
                        .with("severity", severity.name())
                        .with("count", open.part());
                found.add(new Refusal(finding, List.of(), quality.blocking()));
            }
        }
        for (String rule : policy.rules()) {
            Share failed = quality.rules().get(rule);
            if (failed == null) {
                add(here(RefusalCode.RULE_NOT_CHECKED).with("rule", rule), List.of());
            } else if (failed.part() > 0) {
                Finding finding =
                        here(RefusalCode.RULE_FAILED).with("rule", rule).with("count", failed.part());
                found.add(new Refusal(finding, List.of(), quality.blocking()));
            }
        }
        policy.maxRates().forEach((severity, max) -> {
            Share open = quality.open(severity);
            if (less(max.part(), max.whole(), open.part(), open.whole())) {
                Finding finding = here(RefusalCode.RATE)
                        .with("severity", severity.name())
                        .with("open", open.part())
                        .with("whole", open.whole())
                        .with("max", max);
                add(finding, List.of());
            }
        });
    }

    private void checkRecheck(@Nullable Recheck recheck) {
        if (!kernel.definition().needsRecheck(unit.level())) {
            return;
        }
        if (recheck == null) {
            add(here(RefusalCode.RECHECK_MISSING), List.of());
        } else if (!recheck.isOf(node.root(), node.figures())) {
            add(here(RefusalCode.RECHECK_OF_OTHER_DATA), List.of());
        } else {
            int sample = recheck.plan().sample();
            switch (recheck.outcome()) {
                case UNFINISHED ->
                    add(here(RefusalCode.RECHECK_UNFINISHED)
                            .with("checked", recheck.checked())
                            .with("sample", sample), List.of());
                case REJECTED ->
                    add(here(RefusalCode.RECHECK_REJECTED)
                            .with("differing", recheck.differing())
                            .with("sample", sample)
                            .with("acceptance", recheck.plan().acceptance()), List.of());
                case ACCEPTED -> {
                    // Nothing stands in the way.
                }
            }
        }
    }

    /** Whether a/b < c/d, exactly; a share of nothing is less than none and greater than none. */
    private static boolean less(long a, long b, long c, long d) {
        if ((a | b | c | d) >>> 31 == 0) {
            return a * d < c * b;
        }
        return BigInteger.valueOf(a)
                        .multiply(BigInteger.valueOf(d))
                        .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(b)))
                < 0;
    }
}
