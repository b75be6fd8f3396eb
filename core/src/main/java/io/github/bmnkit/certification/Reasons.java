package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
    private final List<Refusal> found = new ArrayList<>();

    private final int position;
    private final AreaCode unit;
    private final UnitNode node;
    private final @Nullable LevelProcess process;
    private @Nullable QualityFacts quality;

    Reasons(Certification kernel, CertificationState state, int position, UnitNode node, Facts facts) {
        this.kernel = kernel;
        this.definition = kernel.definition();
        this.state = state;
        this.position = position;
        this.facts = facts;
        this.now = facts.now();
        this.unit = state.tree().area(position);
        this.node = node;
        this.process = unit.level() == AreaLevel.COUNTRY ? null : definition.level(unit.level());
    }

    Instant now() {
        return now;
    }

    /** The quality facts that were looked at; null if the step does not rest on them. */
    @Nullable
    QualityFacts quality() {
        return quality;
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
        if (process == null || isOff(step, detail)) {
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
        check(step, actor, detail, process);
        found.sort((a, b) -> a.code().compareTo(b.code()));
        return found;
    }

    private void check(Step step, ActorId actor, Detail detail, LevelProcess level) {
        switch (step) {
            case REPORT -> checkReport(((Detail.Work) detail).report());
            case PRESENT -> {
                checkPresenter(step, actor, level);
                checkConditions(level);
            }
            case SIGN -> checkSigning(actor, (Detail.Signing) detail, level);
            case CERTIFY -> {
                if (!holds(actor, unit, level::signs)) {
                    addWrongRole(step, level.signers());
                }
                checkConditions(level);
                UnitNode.Standing standing = node.standing();
                if (standing != null && standing.stage() == Stage.PRESENTED) {
                    checkSignatures(standing, level);
                }
            }
            case SUBMIT -> checkPresenter(step, actor, level);
            case RECEIVE -> {
                checkReceiver(actor, level);
                checkPapers(((Detail.Arrival) detail).papers());
            }
            case RETURN -> {
                if (!holds(actor, unit, role -> level.presents(role) || level.signs(role))) {
                    List<RoleId> any = new ArrayList<>(level.presentedBy());
                    any.addAll(level.signers());
                    addWrongRole(step, any);
                }
                checkReturn((Detail.Back) detail);
            }
        }
    }

    void checkConditions(LevelProcess level) {
        quality = new Conditions(kernel, state, unit, node, facts, found).check(level);
    }

    private boolean isOff(Step step, Detail detail) {
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

    private Set<RoleId> roles(ActorId actor, AreaCode at) {
        return facts.roles(actor, at, LocalDate.ofInstant(now, BANGKOK));
    }

    private boolean holds(ActorId actor, AreaCode at, Predicate<RoleId> wanted) {
        for (RoleId role : roles(actor, at)) {
            if (wanted.test(role)) {
                return true;
            }
        }
        return false;
    }

    private void checkPresenter(Step step, ActorId actor, LevelProcess level) {
        if (!holds(actor, unit, level::presents)) {
            addWrongRole(step, level.presentedBy());
        }
    }

    private void addWrongRole(Step step, Collection<RoleId> wanted) {
        add(here(RefusalCode.WRONG_ROLE).with("step", step.text()).with("roles", names(wanted)));
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

    private void checkSigning(ActorId actor, Detail.Signing signing, LevelProcess level) {
        ActorId principal = signing.principal(actor);
        if (!level.signs(signing.role()) || !roles(principal, unit).contains(signing.role())) {
            addWrongRole(Step.SIGN, level.signers());
        }
        if (signing.onBehalfOf() != null && !isDelegated(principal, actor, signing.role())) {
            add(here(RefusalCode.DELEGATION_MISSING));
        }
        UnitNode.Standing standing = node.standing();
        if (standing != null && (standing.isSignedBy(actor) || standing.isSignedBy(principal))) {
            add(here(RefusalCode.SIGNED_ALREADY));
        }
        if (definition.has(Extension.SEPARATION_OF_DUTIES) && signedBeneath(actor, principal)) {
            add(here(RefusalCode.SIGNED_BENEATH));
        }
    }

    private boolean isDelegated(ActorId from, ActorId to, RoleId role) {
        LocalDate today = LocalDate.ofInstant(now, BANGKOK);
        return facts.delegations(unit).stream().anyMatch(each -> each.covers(from, to, role, today));
    }

    private boolean signedBeneath(ActorId actor, ActorId principal) {
        for (int i = 0; i < node.children(); i++) {
            UnitNode.Standing beneath = node.child(i).standing();
            if (beneath != null
                    && beneath.certificate() != null
                    && (beneath.isSignedBy(actor) || beneath.isSignedBy(principal))) {
                return true;
            }
        }
        return false;
    }

    private void checkSignatures(UnitNode.Standing standing, LevelProcess level) {
        for (RoleId role : level.signedByEach()) {
            if (!standing.isSignedAs(role)) {
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
        AreaCode above = state.tree().area(state.units().parent(position));
        // The department is no user of most systems: unless it is asked to, the province says that its papers arrived.
        boolean byTheProvince = above.level() == AreaLevel.COUNTRY && !definition.has(Extension.RECEIPT_BY_DEPARTMENT);
        if (!holds(actor, above, level.receivedBy()::contains)
                && !(byTheProvince && holds(actor, unit, level::presents))) {
            List<RoleId> wanted = new ArrayList<>(level.receivedBy());
            if (byTheProvince) {
                wanted.addAll(level.presentedBy());
            }
            addWrongRole(Step.RECEIVE, wanted);
        }
    }

    private void checkPapers(Set<Paper> papers) {
        Set<Paper> issued = kernel.papers(unit.level());
        UnitNode.Standing standing = node.standing();
        Set<Paper> arrived = standing == null ? Set.of() : standing.arrived();
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
        Units units = state.units();
        int target = units.find(back.target());
        if (target < 0 || !units.within(target, position)) {
            add(here(RefusalCode.RETURN_NOT_BENEATH)
                    .with("target", back.target().value()));
        } else {
            checkStage(
                    Step.RETURN,
                    back.target(),
                    units.node(state.country(), target).stage());
        }
        List<AreaCode> standing = new ArrayList<>();
        for (int above = units.parent(position); above > 0; above = units.parent(above)) {
            if (units.node(state.country(), above).stage().isAtLeast(Stage.PRESENTED)) {
                standing.add(state.tree().area(above));
            }
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
