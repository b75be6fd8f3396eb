package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.LevelPapers;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides the steps by which units certify their data, from the village up to the receipt by the department. It has no
 * state and no side effects: {@link #decide} says what a command leads to or all reasons why it does not, {@link #evolve}
 * gives the state after an event. The host keeps the events, best in a {@link Ledger}.
 */
public final class Certification {
    private final CertificationDefinition definition;
    private final Units units;
    private final Map<AreaLevel, Set<Paper>> papers;
    private final Map<AreaLevel, Deadline> deadlines;
    private final Map<AreaLevel, Share> coverage;
    private final Certificate.Basis basis;
    private final int year;

    private Certification(Builder builder, Map<AreaLevel, Set<Paper>> papers) {
        definition = builder.definition;
        units = new Units(builder.tree);
        this.papers = papers;
        deadlines = new EnumMap<>(AreaLevel.class);
        builder.round.deadlines().forEach(deadline -> deadlines.put(deadline.level(), deadline));
        coverage = Map.copyOf(builder.coverage);
        year = builder.round.year();
        basis = new Certificate.Basis(definition.reference(), builder.form, builder.rules, builder.demonstration);
    }

    /**
     * Starts to put a kernel together.
     *
     * @param definition who presents, signs and receives
     * @param round which papers each level issues, and by when they must have reached the level above
     * @param tree the certifying view of the register of areas
     * @return a builder
     * @throws IllegalArgumentException if the tree is another view
     */
    public static Builder builder(CertificationDefinition definition, SurveyRound round, AreaTree tree) {
        return new Builder(definition, round, tree);
    }

    /** Puts a kernel together. It belongs to one thread at a time. */
    public static final class Builder {
        private final CertificationDefinition definition;
        private final SurveyRound round;
        private final AreaTree tree;
        private Map<AreaLevel, Share> coverage = Map.of();
        private String form = "";
        private String rules = "";
        private boolean demonstration;

        private Builder(CertificationDefinition definition, SurveyRound round, AreaTree tree) {
            this.definition = requireNonNull(definition, "definition");
            this.round = requireNonNull(round, "round");
            this.tree = tree;
            if (tree.view() != AreaView.CERTIFYING) {
                throw new IllegalArgumentException("units certify as the certifying view has them, not " + tree);
            }
        }

        /**
         * Sets which share of its target a unit needs before it is presented. The papers do not say, so there is no
         * default.
         *
         * @param settings what the host has decided; every level that certifies needs a coverage
         * @return this builder
         */
        public Builder settings(RoundSettings settings) {
            coverage = settings.requiredCoverage();
            return this;
        }

        /**
         * Sets what the data are, for the certificates to name.
         *
         * @param newForm id and version of the form that was answered
         * @param newRules id and version of the rules that were checked
         * @return this builder
         */
        public Builder basis(String newForm, String newRules) {
            form = requireNonNull(newForm, "newForm");
            rules = requireNonNull(newRules, "newRules");
            return this;
        }

        /**
         * Says that something is used outside the rounds for which it holds. Every certificate says so, too.
         *
         * @return this builder
         */
        public Builder demonstration() {
            demonstration = true;
            return this;
        }

        /**
         * Builds the kernel.
         *
         * @return the kernel
         * @throws IllegalArgumentException if a level has no coverage or no papers, form or rules are not named, or the
         *     definition does not hold for the round and this is no demonstration
         */
        public Certification build() {
            if (!demonstration && !definition.rounds().contains(round.year())) {
                throw new IllegalArgumentException(
                        definition.reference() + " does not hold for the round of " + round.year());
            }
            Map<AreaLevel, Set<Paper>> papers = new EnumMap<>(AreaLevel.class);
            for (LevelPapers each : round.papers()) {
                Set<Paper> issued = EnumSet.noneOf(Paper.class);
                issued.addAll(each.papers());
                papers.put(each.level(), Collections.unmodifiableSet(issued));
            }
            for (AreaLevel level : CertificationDefinition.LEVELS) {
                if (!coverage.containsKey(level)) {
                    throw new IllegalArgumentException("the host must decide the coverage of the level " + level);
                }
                if (papers.getOrDefault(level, Set.of()).isEmpty()) {
                    throw new IllegalArgumentException("the round has no papers of the level " + level);
                }
            }
            return new Certification(this, papers);
        }
    }

    /**
     * Returns the definition.
     *
     * @return who presents, signs and receives
     */
    public CertificationDefinition definition() {
        return definition;
    }

    /**
     * Returns the papers that a level issues.
     *
     * @param level a level that certifies
     * @return the papers, all of which are due
     */
    public Set<Paper> papers(AreaLevel level) {
        return papers.getOrDefault(level, Set.of());
    }

    /**
     * Returns by when the papers of a level must have reached the level above.
     *
     * @param level a level
     * @return the deadline; empty if the round has none for the level
     */
    public Optional<Deadline> deadline(AreaLevel level) {
        return Optional.ofNullable(deadlines.get(level));
    }

    Certificate.Basis basis() {
        return basis;
    }

    /** The year of the round, Buddhist Era. */
    int year() {
        return year;
    }

    Share coverage(AreaLevel level) {
        return requireNonNull(coverage.get(level));
    }

    /**
     * Returns the state before the first event.
     *
     * @return the state, in which every unit is open
     */
    public CertificationState start() {
        return new CertificationState(units, units.nodes(), 0);
    }

    /**
     * Decides about a command.
     *
     * @param state the state so far
     * @param command what someone wants to do
     * @param facts what the decision rests on beside the state
     * @return the events that follow, or all reasons why not, in the order of {@link RefusalCode}
     */
    public Decision<CertificationEvent> decide(CertificationState state, Command command, Facts facts) {
        AreaCode unit = command.unit();
        if (!state.tree().contains(unit)) {
            return new Decision.Refused<>(List.of(Refusal.of(Finding.of(RefusalCode.UNKNOWN_UNIT)
                    .with("level", unit.level().text())
                    .with("unit", unit.value()))));
        }
        UnitNode node = state.node(unit);
        UnitNode.Done done = node.find(command.id());
        if (done != null
                && done.print() == CertificationEvent.print(command.step(), command.actor(), command.detail())) {
            return new Decision.Repeated<>(done.sequence());
        }
        Reasons reasons = new Reasons(this, state, unit, node, facts);
        if (done != null) {
            reasons.addReusedId(command.id());
        }
        List<Refusal> against =
                reasons.against(command.step(), command.actor(), command.expectedVersion(), command.detail());
        if (!against.isEmpty()) {
            return new Decision.Refused<>(against);
        }
        Detail detail = command.step() == Step.CERTIFY ? vouching(node, unit, facts) : command.detail();
        return new Decision.Accepted<>(List.of(
                new CertificationEvent(command.id(), command.step(), unit, command.actor(), reasons.now(), detail)));
    }

    private Detail vouching(UnitNode node, AreaCode unit, Facts facts) {
        QualityFacts quality = facts.quality(unit).orElseThrow();
        return new Detail.Vouching(
                basis,
                node.root(),
                node.figures(),
                quality.hardEdits(),
                quality.softEdits(),
                quality.acceptedSoftEdits(),
                definition.needsRecheck(unit.level()) ? quality.recheck() : null,
                papers(unit.level()));
    }

    /**
     * Returns the state after an event that {@link #decide} gave.
     *
     * @param state the state before
     * @param event what happened
     * @return the state after; the state before stays as it is
     * @throws IllegalArgumentException if the event cannot happen in that state
     */
    public CertificationState evolve(CertificationState state, CertificationEvent event) {
        if (!isPossible(state, event)) {
            throw new IllegalArgumentException("cannot happen in " + state + ": " + event);
        }
        long sequence = state.length() + 1;
        int[] path = units.path(event.unit());
        UnitNode country = reach(state.country(), path, 0, event, sequence);
        return new CertificationState(units, country, sequence);
    }

    private UnitNode reach(UnitNode node, int[] path, int depth, CertificationEvent event, long sequence) {
        if (depth == path.length) {
            return apply(node, event, sequence).remembering(event, sequence);
        }
        UnitNode child = reach(node.child(path[depth]), path, depth + 1, event, sequence);
        return node.with(path[depth], child, sequence, event.at());
    }

    private UnitNode apply(UnitNode node, CertificationEvent event, long sequence) {
        UnitNode.Standing standing = node.standing();
        return switch (event.step()) {
            case REPORT -> node.reporting(((Detail.Work) event.detail()).report(), sequence);
            case PRESENT -> node.standing(UnitNode.Standing.presented(sequence, event.actor()));
            case SIGN -> {
                Detail.Signing signing = (Detail.Signing) event.detail();
                yield node.standing(requireNonNull(standing)
                        .signed(new Certificate.Signature(event.actor(), signing.role(), signing.onBehalfOf())));
            }
            case CERTIFY ->
                node.standing(requireNonNull(standing)
                        .certified(new Certificate(
                                event.unit(),
                                (Detail.Vouching) event.detail(),
                                standing.presenter(),
                                standing.signatures(),
                                sequence,
                                event.at())));
            case SUBMIT -> node.standing(requireNonNull(standing).submitted());
            case RECEIVE ->
                node.standing(requireNonNull(standing).arrived(((Detail.Arrival) event.detail()).papers(), event.at()));
            case RETURN -> {
                AreaCode target = ((Detail.Back) event.detail()).target();
                int[] down = units.path(target);
                int from = units.path(event.unit()).length;
                yield open(node, down, from, sequence, event.at());
            }
        };
    }

    private UnitNode open(UnitNode node, int[] path, int depth, long sequence, Instant at) {
        UnitNode next = node;
        if (depth < path.length) {
            UnitNode child = open(node.child(path[depth]), path, depth + 1, sequence, at);
            next = node.with(path[depth], child, sequence, at);
        }
        return next.reopened(sequence, at);
    }

    /** Whether an event can follow on a state: what everybody can tell without the facts of that day. */
    boolean isPossible(CertificationState state, CertificationEvent event) {
        AreaCode unit = event.unit();
        if (!state.tree().contains(unit) || unit.level() == AreaLevel.COUNTRY) {
            return false;
        }
        UnitNode node = state.node(unit);
        Instant last = node.at();
        if ((last != null && event.at().isBefore(last)) || node.find(event.command()) != null) {
            return false;
        }
        return switch (event.step()) {
            case REPORT -> ((Detail.Work) event.detail()).report().changes() > node.reported();
            case CERTIFY -> {
                Detail.Vouching vouching = (Detail.Vouching) event.detail();
                yield node.stage() == Stage.PRESENTED
                        && vouching.root().equals(node.root())
                        && vouching.figures().equals(node.figures())
                        && isRechecked(vouching, unit.level())
                        && !vouching.papers().isEmpty();
            }
            case RECEIVE -> {
                UnitNode.Standing standing = node.standing();
                Certificate certificate = node.certificate();
                Set<Paper> arriving = ((Detail.Arrival) event.detail()).papers();
                yield standing != null
                        && certificate != null
                        && standing.stage() == Stage.SUBMITTED
                        && certificate.content().papers().containsAll(arriving)
                        && Collections.disjoint(standing.arrived(), arriving);
            }
            case RETURN -> {
                AreaCode target = ((Detail.Back) event.detail()).target();
                yield state.tree().contains(target)
                        && units.within(target, unit)
                        && state.stage(target).isAtLeast(Stage.PRESENTED);
            }
            case PRESENT, SIGN, SUBMIT -> event.step().from().contains(node.stage());
        };
    }

    private boolean isRechecked(Detail.Vouching vouching, AreaLevel level) {
        Recheck recheck = vouching.recheck();
        return recheck == null
                ? !definition.needsRecheck(level)
                : definition.needsRecheck(level)
                        && recheck.isOf(vouching.root(), vouching.figures())
                        && recheck.outcome() == Recheck.Outcome.ACCEPTED;
    }

    /**
     * Returns the certificates that an event lets lapse, or takes back: those of the units above a changed village, itself
     * included, that held before; no others.
     *
     * @param before the state before the event
     * @param event what happened
     * @return the units, from the lowest up
     */
    public List<AreaCode> lapses(CertificationState before, CertificationEvent event) {
        if (event.step() != Step.REPORT && event.step() != Step.RETURN) {
            return List.of();
        }
        boolean report = event.step() == Step.REPORT;
        AreaCode at = report ? event.unit() : ((Detail.Back) event.detail()).target();
        AreaLevel last = report ? AreaLevel.COUNTRY : event.unit().level();
        List<AreaCode> lapsed = new ArrayList<>();
        while (at.level() != AreaLevel.COUNTRY && at.level().compareTo(last) <= 0) {
            if (before.certificate(at).isPresent()) {
                lapsed.add(at);
            }
            at = units.parent(at).orElseThrow();
        }
        return List.copyOf(lapsed);
    }

    /**
     * Returns how far a unit has come, with what the facts say: an open unit to which everything is there that it needs to
     * be presented is {@link Stage#READY}.
     *
     * @param state the state
     * @param unit a unit that certifies
     * @param facts what is known
     * @return its stage
     * @throws IllegalArgumentException if the unit is not in the tree, or is the country
     */
    public Stage stage(CertificationState state, AreaCode unit, Facts facts) {
        Stage stage = state.stage(unit);
        return stage == Stage.OPEN && conditions(state, unit, facts).isEmpty() ? Stage.READY : stage;
    }

    /** What keeps a unit from being presented, by whomever. */
    List<Refusal> conditions(CertificationState state, AreaCode unit, Facts facts) {
        Reasons reasons = new Reasons(this, state, unit, facts);
        reasons.checkConditions(definition.level(unit.level()));
        return reasons.found();
    }

    /**
     * Returns the steps that someone may take at a unit now: exactly those that {@link #decide} accepts, for some role to
     * sign in, some paper to receive, some unit to return to, and for a report a newer one.
     *
     * @param state the state
     * @param unit a unit
     * @param actor who would take the step
     * @param facts what is known
     * @return the steps; empty for the country
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Set<Step> allowed(CertificationState state, AreaCode unit, ActorId actor, Facts facts) {
        Set<Step> allowed = EnumSet.noneOf(Step.class);
        if (unit.level() != AreaLevel.COUNTRY) {
            for (Step step : Step.values()) {
                for (Detail detail : details(state, unit, step, actor, facts)) {
                    Reasons reasons = new Reasons(this, state, unit, facts);
                    if (reasons.against(step, actor, Command.ANY_VERSION, detail)
                            .isEmpty()) {
                        allowed.add(step);
                        break;
                    }
                }
            }
        }
        return Collections.unmodifiableSet(allowed);
    }

    /**
     * Returns the steps that someone may take anywhere.
     *
     * @param state the state
     * @param actor who would take the steps
     * @param facts what is known
     * @return the steps by unit; units at which the actor may do nothing are left out
     */
    public SortedMap<AreaCode, Set<Step>> allowed(CertificationState state, ActorId actor, Facts facts) {
        SortedMap<AreaCode, Set<Step>> all = new TreeMap<>();
        for (int i = 1; i < state.tree().size(); i++) {
            AreaCode unit = state.tree().area(i);
            Set<Step> steps = allowed(state, unit, actor, facts);
            if (!steps.isEmpty()) {
                all.put(unit, steps);
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** What a step could say, such that if none of it is accepted nothing is. */
    private List<Detail> details(CertificationState state, AreaCode unit, Step step, ActorId actor, Facts facts) {
        return switch (step) {
            case REPORT -> reports(state, unit);
            case PRESENT, CERTIFY, SUBMIT -> List.of(new Detail.Plain());
            case SIGN -> {
                List<Detail> signings = new ArrayList<>();
                for (RoleId role : definition.level(unit.level()).signers()) {
                    signings.add(new Detail.Signing(role, null));
                }
                if (definition.has(Extension.DELEGATION)) {
                    facts.delegations(unit).stream()
                            .filter(each -> each.to().equals(actor))
                            .forEach(each -> signings.add(new Detail.Signing(each.role(), each.from())));
                }
                yield signings;
            }
            case RECEIVE -> {
                Set<Paper> missing = EnumSet.copyOf(papers(unit.level()));
                missing.removeAll(state.arrived(unit));
                yield missing.isEmpty() ? List.of() : List.of(new Detail.Arrival(missing));
            }
            case RETURN -> returns(state, unit);
        };
    }

    private static List<Detail> reports(CertificationState state, AreaCode unit) {
        if (!(unit instanceof VillageCode village)) {
            return List.of();
        }
        long newer = state.node(unit).reported() + 1;
        return List.of(new Detail.Work(new VillageWork.Report(village, newer, Hash.EMPTY, Figures.NONE)));
    }

    /** The unit itself, and one beneath it that could be returned. */
    private static List<Detail> returns(CertificationState state, AreaCode unit) {
        List<Detail> found = new ArrayList<>();
        found.add(new Detail.Back(unit, "any"));
        AreaCode beneath = standingBeneath(state.tree(), unit, state.node(unit));
        if (beneath != null) {
            found.add(new Detail.Back(beneath, "any"));
        }
        return found;
    }

    private static @Nullable AreaCode standingBeneath(AreaTree tree, AreaCode unit, UnitNode node) {
        List<AreaCode> children = tree.children(unit);
        for (int i = 0; i < node.children(); i++) {
            if (node.child(i).stage().isAtLeast(Stage.PRESENTED)) {
                return children.get(i);
            }
            AreaCode deeper = standingBeneath(tree, children.get(i), node.child(i));
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }
}
