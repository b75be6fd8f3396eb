package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.LevelPapers;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRound;
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
        return new CertificationState(units, units.open(), 0);
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
        int position = units.find(unit);
        if (position < 0) {
            return new Decision.Refused<>(List.of(Refusal.of(Finding.of(RefusalCode.UNKNOWN_UNIT)
                    .with("level", unit.level().text())
                    .with("unit", unit.value()))));
        }
        UnitNode node = units.node(state.country(), position);
        UnitNode.Done done = node.find(command.id());
        if (done != null
                && done.print() == CertificationEvent.print(command.step(), command.actor(), command.detail())) {
            return new Decision.Repeated<>(done.sequence());
        }
        Reasons reasons = new Reasons(this, state, position, node, facts);
        if (done != null) {
            reasons.addReusedId(command.id());
        }
        List<Refusal> against =
                reasons.against(command.step(), command.actor(), command.expectedVersion(), command.detail());
        if (!against.isEmpty()) {
            return new Decision.Refused<>(against);
        }
        Detail detail = command.step() == Step.CERTIFY
                ? vouching(node, unit.level(), requireNonNull(reasons.quality()))
                : command.detail();
        return new Decision.Accepted<>(List.of(
                new CertificationEvent(command.id(), command.step(), unit, command.actor(), reasons.now(), detail)));
    }

    private Detail vouching(UnitNode node, AreaLevel level, QualityFacts quality) {
        return new Detail.Vouching(
                basis,
                node.root(),
                node.figures(),
                quality.hardEdits(),
                quality.softEdits(),
                quality.acceptedSoftEdits(),
                definition.needsRecheck(level) ? quality.recheck() : null,
                papers(level));
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
        if (!Evolution.isPossible(state, event)) {
            throw new IllegalArgumentException("cannot happen in " + state + ": " + event);
        }
        return Evolution.after(state, event);
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
        int at = units.position(report ? event.unit() : ((Detail.Back) event.detail()).target());
        int last = report ? 0 : units.parent(units.position(event.unit()));
        List<AreaCode> lapsed = new ArrayList<>();
        for (; at != last; at = units.parent(at)) {
            if (units.node(before.country(), at).certificate() != null) {
                lapsed.add(units.tree().area(at));
            }
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
        int position = units.position(unit);
        Reasons reasons = new Reasons(this, state, position, units.node(state.country(), position), facts);
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
        return new Allowed(this, state, facts).at(units.position(unit), actor);
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
        Allowed allowed = new Allowed(this, state, facts);
        SortedMap<AreaCode, Set<Step>> all = new TreeMap<>();
        for (int i = 1; i < units.tree().size(); i++) {
            Set<Step> steps = allowed.at(i, actor);
            if (!steps.isEmpty()) {
                all.put(units.tree().area(i), steps);
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
