package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All reasons against one step at one unit. */
final class Reasons {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Certification kernel;
    private final CertificationDefinition definition;
    private final CertificationState state;
    private final Facts facts;
    private final Instant now;
    private final LocalDate today;
    private final List<Refusal> found = new ArrayList<>();

    private final AreaCode unit;
    private final UnitNode node;
    private final @Nullable LevelProcess process;

    Reasons(Certification kernel, CertificationState state, AreaCode unit, Facts facts) {
        this(kernel, state, unit, state.node(unit), facts);
    }

    Reasons(Certification kernel, CertificationState state, AreaCode unit, UnitNode node, Facts facts) {
        this.kernel = kernel;
        this.definition = kernel.definition();
        this.state = state;
        this.facts = facts;
        this.now = facts.now();
        this.today = LocalDate.ofInstant(now, BANGKOK);
        this.unit = unit;
        this.node = node;
        this.process = unit.level() == AreaLevel.COUNTRY ? null : definition.level(unit.level());
    }

    Instant now() {
        return now;
    }

    /** The id of the command belongs to another. */
    void addReusedId(String id) {
        add(here(RefusalCode.COMMAND_ID_REUSED).with("id", id));
    }

    private Finding here(RefusalCode code) {
        return Finding.of(code).with("unit", unit.value());
    }

    private void add(Finding finding) {
        found.add(Refusal.of(finding));
    }

    /** All reasons, in the order of the codes; those of one code stay in the order in which they were found. */
    List<Refusal> against(Step step, ActorId actor, long expectedVersion, Detail detail) {
        if (isOff(step, detail)) {
            add(here(RefusalCode.STEP_OFF).with("level", unit.level().text()).with("step", step.text()));
            return found;
        }
        if (expectedVersion != Command.ANY_VERSION && expectedVersion != node.version()) {
            add(here(RefusalCode.STALE_VERSION).with("version", node.version()).with("expected", expectedVersion));
        }
        Instant last = node.at();
        if (last != null && now.isBefore(last)) {
            add(here(RefusalCode.TIME_BACKWARD));
        }
        if (step != Step.RETURN) {
            checkStage(step, unit, node.stage());
        }
        if (process != null) {
            check(step, actor, detail, process);
        }
        found.sort((a, b) -> a.code().compareTo(b.code()));
        return found;
    }

    private void check(Step step, ActorId actor, Detail detail, LevelProcess level) {
        switch (step) {
            case REPORT -> checkReport(((Detail.Work) detail).report());
            case PRESENT -> {
                checkRole(step, level.presentedBy(), has(actor, unit, level.presentedBy()));
                checkConditions(level);
            }
            case SIGN -> checkSigning(actor, (Detail.Signing) detail, level);
            case CERTIFY -> {
                checkRole(step, level.signers(), has(actor, unit, level.signers()));
                checkConditions(level);
                UnitNode.Standing standing = node.standing();
                if (standing != null && standing.stage() == Stage.PRESENTED) {
                    checkSignatures(standing, level);
                }
            }
            case SUBMIT -> checkRole(step, level.presentedBy(), has(actor, unit, level.presentedBy()));
            case RECEIVE -> {
                checkReceiver(actor, level);
                checkPapers(((Detail.Arrival) detail).papers());
            }
            case RETURN -> {
                List<RoleId> any = new ArrayList<>(level.presentedBy());
                any.addAll(level.signers());
                checkRole(step, any, has(actor, unit, any));
                checkReturn((Detail.Back) detail);
            }
        }
    }

    private boolean isOff(Step step, Detail detail) {
        if (process == null) {
            return true; // the department certifies nothing
        }
        return switch (step) {
            case REPORT -> unit.level() != AreaLevel.VILLAGE;
            case SIGN -> ((Detail.Signing) detail).onBehalfOf() != null && !definition.has(Extension.DELEGATION);
            case RETURN ->
                !definition.has(
                        ((Detail.Back) detail).target().equals(unit) ? Extension.REOPEN : Extension.RETURN_UNIT);
            case PRESENT, CERTIFY, SUBMIT, RECEIVE -> false;
        };
    }

    private void checkStage(Step step, AreaCode at, Stage stage) {
        if (!step.from().contains(stage)) {
            add(Finding.of(RefusalCode.WRONG_STAGE)
                    .with("unit", at.value())
                    .with("stage", stage.text())
                    .with("step", step.text()));
        }
    }

    private boolean has(ActorId actor, AreaCode at, Collection<RoleId> wanted) {
        return facts.roles(actor, at, today).stream().anyMatch(wanted::contains);
    }

    private void checkRole(Step step, Collection<RoleId> wanted, boolean held) {
        if (!held) {
            add(here(RefusalCode.WRONG_ROLE).with("step", step.text()).with("roles", names(wanted)));
        }
    }

    private Text names(Collection<RoleId> ids) {
        List<Text> names = ids.stream()
                .map(id -> definition.roles().find(id).map(Role::name).orElse(Text.of(id.value(), id.value())))
                .toList();
        return Text.of(
                names.stream().map(Text::th).collect(Collectors.joining(", ")),
                names.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private void checkReport(VillageWork.Report report) {
        if (report.changes() <= node.reported()) {
            add(here(RefusalCode.REPORT_NOT_NEWER)
                    .with("changes", report.changes())
                    .with("known", node.reported()));
        }
    }

    /** What must be so for a result to be presented, and still so when it is certified. */
    void checkConditions(LevelProcess level) {
        if (node.unreported() > 0) {
            List<AreaCode> missing = new ArrayList<>();
            collect(unit, node, missing);
            found.add(new Refusal(here(RefusalCode.NOT_REPORTED).with("count", node.unreported()), missing, List.of()));
        } else if (node.figures().target() == 0) {
            add(here(RefusalCode.NOTHING_TO_CERTIFY));
        }
        if (node.children() > 0) {
            checkChildren(RefusalCode.CHILD_NOT_CERTIFIED, (child, stage) -> !stage.isAtLeast(Stage.CERTIFIED));
            if (level.childrenMustBe() == Stage.RECEIVED) {
                checkChildren(
                        RefusalCode.CHILD_NOT_RECEIVED,
                        (child, stage) -> stage.isAtLeast(Stage.CERTIFIED) && stage != Stage.RECEIVED);
            }
        }
        QualityFacts quality = facts.quality(unit).orElse(null);
        boolean current = quality != null && isCurrent(quality);
        if (quality == null) {
            add(here(RefusalCode.QUALITY_MISSING));
        } else if (!current) {
            add(here(RefusalCode.QUALITY_OF_OTHER_DATA));
        }
        checkCoverage(level.level(), quality != null && current ? quality.unresolved() : List.of());
        if (quality != null) {
            checkPolicy(quality);
            checkRecheck(quality.recheck());
        }
    }

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

    private void checkChildren(RefusalCode code, BiPredicate<UnitNode, Stage> stands) {
        List<AreaCode> codes = state.tree().children(unit);
        List<AreaCode> missing = new ArrayList<>();
        for (int i = 0; i < node.children(); i++) {
            UnitNode child = node.child(i);
            if (child.counts() && stands.test(child, child.stage())) {
                missing.add(codes.get(i));
            }
        }
        if (!missing.isEmpty()) {
            found.add(new Refusal(here(code).with("count", missing.size()), missing, List.of()));
        }
    }

    /** Facts are of the data that the unit has now, and name every household that is open. */
    private boolean isCurrent(QualityFacts quality) {
        Figures figures = node.figures();
        boolean named = unit.level() != AreaLevel.VILLAGE
                || quality.unresolved().size() == figures.target() - figures.resolved();
        return quality.figures().equals(figures) && quality.root().equals(node.root()) && named;
    }

    private void checkCoverage(AreaLevel level, List<HouseholdId> unresolved) {
        Figures figures = node.figures();
        Share required = kernel.coverage(level);
        if (figures.target() > 0 && less(figures.resolved(), figures.target(), required.part(), required.whole())) {
            found.add(new Refusal(
                    here(RefusalCode.COVERAGE)
                            .with("resolved", figures.resolved())
                            .with("target", figures.target())
                            .with("required", required),
                    List.of(),
                    unresolved));
        }
    }

    private void checkPolicy(QualityFacts quality) {
        BlockingPolicy policy = definition.blocking();
        for (Severity severity : policy.severities()) {
            Share open = quality.open(severity);
            if (open.part() > 0) {
                found.add(new Refusal(
                        here(RefusalCode.OPEN_EDITS)
                                .with("severity", severity.name())
                                .with("count", open.part()),
                        List.of(),
                        quality.blocking()));
            }
        }
        for (String rule : policy.rules()) {
            Share failed = quality.rules().get(rule);
            if (failed == null) {
                add(here(RefusalCode.RULE_NOT_CHECKED).with("rule", rule));
            } else if (failed.part() > 0) {
                found.add(new Refusal(
                        here(RefusalCode.RULE_FAILED).with("rule", rule).with("count", failed.part()),
                        List.of(),
                        quality.blocking()));
            }
        }
        policy.maxRates().forEach((severity, max) -> {
            Share open = quality.open(severity);
            if (less(max.part(), max.whole(), open.part(), open.whole())) {
                add(here(RefusalCode.RATE)
                        .with("severity", severity.name())
                        .with("open", open.part())
                        .with("whole", open.whole())
                        .with("max", max));
            }
        });
    }

    private void checkRecheck(@Nullable Recheck recheck) {
        if (!definition.needsRecheck(unit.level())) {
            return;
        }
        if (recheck == null) {
            add(here(RefusalCode.RECHECK_MISSING));
        } else if (!recheck.isOf(node.root(), node.figures())) {
            add(here(RefusalCode.RECHECK_OF_OTHER_DATA));
        } else {
            int sample = recheck.plan().sample();
            switch (recheck.outcome()) {
                case UNFINISHED ->
                    add(here(RefusalCode.RECHECK_UNFINISHED)
                            .with("checked", recheck.checked())
                            .with("sample", sample));
                case REJECTED ->
                    add(here(RefusalCode.RECHECK_REJECTED)
                            .with("differing", recheck.differing())
                            .with("sample", sample)
                            .with("acceptance", recheck.plan().acceptance()));
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

    private void checkSigning(ActorId actor, Detail.Signing signing, LevelProcess level) {
        ActorId other = signing.onBehalfOf();
        ActorId principal = other == null ? actor : other;
        boolean held = level.signs(signing.role())
                && facts.roles(principal, unit, today).contains(signing.role());
        checkRole(Step.SIGN, level.signers(), held);
        if (other != null
                && facts.delegations(unit).stream()
                        .noneMatch(each -> each.covers(other, actor, signing.role(), today))) {
            add(here(RefusalCode.DELEGATION_MISSING));
        }
        boolean signed =
                state.signatures(unit).stream().anyMatch(each -> each.involves(actor) || each.involves(principal));
        if (signed) {
            add(here(RefusalCode.SIGNED_ALREADY));
        }
        if (definition.has(Extension.SEPARATION_OF_DUTIES) && signedBeneath(actor, principal)) {
            add(here(RefusalCode.SIGNED_BENEATH));
        }
    }

    private boolean signedBeneath(ActorId actor, ActorId principal) {
        for (int i = 0; i < node.children(); i++) {
            Certificate certificate = node.child(i).certificate();
            if (certificate != null
                    && certificate.signatures().stream()
                            .anyMatch(each -> each.involves(actor) || each.involves(principal))) {
                return true;
            }
        }
        return false;
    }

    private void checkSignatures(UnitNode.Standing standing, LevelProcess level) {
        Set<RoleId> signed =
                standing.signatures().stream().map(Certificate.Signature::role).collect(Collectors.toSet());
        for (RoleId role : level.signedByEach()) {
            if (!signed.contains(role)) {
                add(here(RefusalCode.SIGNATURE_MISSING).with("role", names(List.of(role))));
            }
        }
        int count = standing.signatures().size();
        if (definition.has(Extension.QUORUM) && count < level.quorum()) {
            add(here(RefusalCode.QUORUM).with("count", count).with("quorum", level.quorum()));
        }
        if (definition.has(Extension.SEPARATION_OF_DUTIES)
                && standing.signatures().stream().allMatch(each -> each.involves(standing.presenter()))) {
            add(here(RefusalCode.PRESENTER_ALONE));
        }
    }

    private void checkReceiver(ActorId actor, LevelProcess level) {
        AreaCode above = state.units().parent(unit).orElseThrow();
        boolean held = has(actor, above, level.receivedBy());
        // The department is no user of most systems: unless it is asked to, the province says that its papers arrived.
        boolean byTheProvince = above.level() == AreaLevel.COUNTRY && !definition.has(Extension.RECEIPT_BY_DEPARTMENT);
        List<RoleId> wanted = new ArrayList<>(level.receivedBy());
        if (byTheProvince) {
            wanted.addAll(level.presentedBy());
            held |= has(actor, unit, level.presentedBy());
        }
        checkRole(Step.RECEIVE, wanted, held);
    }

    private void checkPapers(Set<Paper> papers) {
        Set<Paper> issued = kernel.papers(unit.level());
        Set<Paper> arrived = state.arrived(unit);
        for (Paper paper : papers) {
            if (!issued.contains(paper)) {
                add(here(RefusalCode.PAPER_NOT_ISSUED)
                        .with("level", unit.level().text())
                        .with("paper", paper.text()));
            } else if (arrived.contains(paper)) {
                add(here(RefusalCode.PAPER_RECEIVED).with("paper", paper.text()));
            }
        }
    }

    private void checkReturn(Detail.Back back) {
        AreaCode target = back.target();
        if (!state.tree().contains(target) || !state.units().within(target, unit)) {
            add(here(RefusalCode.RETURN_NOT_BENEATH).with("target", target.value()));
        } else {
            checkStage(Step.RETURN, target, state.stage(target));
        }
        List<AreaCode> standing = new ArrayList<>();
        AreaCode above = state.units().parent(unit).orElseThrow();
        while (above.level() != AreaLevel.COUNTRY) {
            if (state.stage(above).isAtLeast(Stage.PRESENTED)) {
                standing.add(above);
            }
            above = state.units().parent(above).orElseThrow();
        }
        if (!standing.isEmpty()) {
            found.add(new Refusal(here(RefusalCode.RETURN_STANDS_ABOVE), standing, List.of()));
        }
    }

    List<Refusal> found() {
        found.sort((a, b) -> a.code().compareTo(b.code()));
        return found;
    }
}
