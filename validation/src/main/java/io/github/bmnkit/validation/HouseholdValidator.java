package io.github.bmnkit.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks households against a form and its rules: complete responses, drafts and interviews alike. It is compiled once and
 * then serves any number of threads. It serialises as form and rules and is compiled anew where it is read; rules
 * written in Java cannot be serialised.
 */
public final class HouseholdValidator implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient EditPlan plan;
    /** Room for the next household, left by the last; who finds none makes one. */
    private final transient AtomicReference<@Nullable ResolvedHousehold> spare = new AtomicReference<>();

    private final transient @Nullable Set<RuleId> onlyRules;
    private final transient @Nullable Set<String> onlySections;

    private HouseholdValidator(
            Questionnaire form, RuleSet rules, @Nullable Set<RuleId> onlyRules, @Nullable Set<String> onlySections) {
        this.plan = new EditPlan(form, rules, selection(form, onlyRules, onlySections));
        this.onlyRules = onlyRules;
        this.onlySections = onlySections;
    }

    /**
     * Returns a validator for all rules of a set, and all checks that the form derives.
     *
     * @param form the form, with the codes and parameters of the host
     * @param rules rules for this form; they are compiled for it anew
     * @return the validator
     * @throws IllegalArgumentException if the rules do not fit the form; {@link RuleSet#withForm} says why, as findings
     */
    public static HouseholdValidator of(Questionnaire form, RuleSet rules) {
        Reading<RuleSet> fitting = rules.withForm(requireNonNull(form, "form"));
        if (fitting.optional().isEmpty()) {
            throw new IllegalArgumentException("the rules " + rules.coordinate() + " do not fit the form " + form.id()
                    + ": " + fitting.findings());
        }
        return new HouseholdValidator(form, fitting.value(), null, null);
    }

    private static Predicate<Edit> selection(
            Questionnaire form, @Nullable Set<RuleId> onlyRules, @Nullable Set<String> onlySections) {
        Predicate<Edit> selected = edit -> true;
        if (onlyRules != null) {
            selected = edit -> edit instanceof Edit.OfRule ofRule
                    && onlyRules.contains(ofRule.rule().ruleId());
        }
        if (onlySections != null) {
            Set<String> questions = form.sections().stream()
                    .filter(section -> onlySections.contains(section.id()))
                    .flatMap(section -> section.questions().stream())
                    .map(question -> question.name())
                    .collect(Collectors.toSet());
            selected = selected.and(edit -> {
                Item about = edit.about();
                return about != null && questions.contains(about.name());
            });
        }
        return selected;
    }

    /**
     * Returns a validator for some of the rules, without the checks that the form derives.
     *
     * @param rules the ids
     * @return the validator
     * @throws IllegalArgumentException if there is no such rule
     */
    public HouseholdValidator onlyRules(Set<RuleId> rules) {
        rules.stream().filter(id -> plan.rules.rule(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("no rule " + id);
        });
        return new HouseholdValidator(plan.form, plan.rules, Set.copyOf(rules), onlySections);
    }

    /**
     * Returns a validator for what is about the questions of some sections: the checks derived from them, and the rules
     * whose findings point there.
     *
     * @param sections the ids of the sections
     * @return the validator
     * @throws IllegalArgumentException if there is no such section
     */
    public HouseholdValidator onlySections(Set<String> sections) {
        Set<String> known = plan.form.sections().stream().map(Section::id).collect(Collectors.toSet());
        sections.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("no section " + id);
        });
        return new HouseholdValidator(plan.form, plan.rules, onlyRules, Set.copyOf(sections));
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public Questionnaire form() {
        return plan.form;
    }

    /**
     * Returns the rules.
     *
     * @return the whole set, even if only some are evaluated
     */
    public RuleSet rules() {
        return plan.rules;
    }

    /**
     * Checks a response in which nothing is still to come: what is not answered was left blank.
     *
     * @param response a response to the form
     * @param today what {@code today()} means in rules; null if it is not known, and then what reads it is undecided
     * @return what came of every edit
     * @throws IllegalArgumentException if the response is to another form, or the rules do not hold for its round
     */
    public ValidationReport validate(HouseholdResponse response, @Nullable LocalDate today) {
        return validate(response, false, today);
    }

    /**
     * Checks a response that may still change: what is not answered is not answered yet, so what depends on it is
     * undecided.
     *
     * @param response a response to the form
     * @param today what {@code today()} means in rules; null if it is not known, and then what reads it is undecided
     * @return what came of every edit
     * @throws IllegalArgumentException if the response is to another form, or the rules do not hold for its round
     */
    public ValidationReport validateDraft(HouseholdResponse response, @Nullable LocalDate today) {
        return validate(response, true, today);
    }

    /**
     * Checks a household that was resolved for other purposes, too: as a draft if it was resolved as one, and with its date
     * of today.
     *
     * @param household a household of the form; it is read only
     * @return what came of every edit
     * @throws IllegalArgumentException if the household is of another form, or the rules do not hold for its round
     * @throws IllegalStateException if no household was resolved
     */
    public ValidationReport validate(ResolvedHousehold household) {
        if (!household.form().equals(plan.form)) {
            throw new IllegalArgumentException("a household of another form: " + household);
        }
        requireRound(household.round());
        boolean draft = household.frame().isDraft();
        return report(household, household.household(), draft, household.today(), Evaluation.of(plan, household));
    }

    private ValidationReport validate(HouseholdResponse response, boolean draft, @Nullable LocalDate today) {
        ResolvedHousehold kept = spare.getAndSet(null);
        ResolvedHousehold household = kept == null ? ResolvedHousehold.of(plan.form) : kept;
        ValidationReport report = validate(household, response, draft, today);
        spare.set(household);
        return report;
    }

    ValidationReport validate(
            ResolvedHousehold household, HouseholdResponse response, boolean draft, @Nullable LocalDate today) {
        requireRound(response.round());
        household.resolve(response, draft, today);
        return validate(household);
    }

    /**
     * Starts to check many households in one thread.
     *
     * @return a session of its own for the thread that asks
     */
    public ValidationSession session() {
        return new ValidationSession(this, ResolvedHousehold.of(plan.form));
    }

    /**
     * Returns everything that is checked of one household: rules, and checks that the form derives.
     *
     * @return the codes of the edits, those of the household first, then those of each member; their places are the
     *     numbers by which {@link ValidationReport#forEachOutcome} names them
     */
    public List<FindingCode> edits() {
        return Stream.of(plan.ofHousehold, plan.ofMember)
                .flatMap(Stream::of)
                .map(Edit::code)
                .toList();
    }

    /**
     * Returns the rules that need a batch, since they look across households.
     *
     * @return the rules, in the order of the set
     */
    public List<Rule> acrossHouseholds() {
        return plan.selectedAcross;
    }

    /**
     * Starts to check an interview step by step: after each step only those edits are made again that depend on what it
     * changed.
     *
     * @param interview the interview
     * @return the check of the interview as it is
     * @throws IllegalArgumentException if the interview is about another form, or the rules do not hold for its round
     */
    public InterviewValidation incremental(Interview interview) {
        return InterviewValidation.start(this, interview);
    }

    ValidationReport report(
            ResolvedHousehold household,
            HouseholdId id,
            boolean draft,
            @Nullable LocalDate today,
            Evaluation evaluation) {
        List<Integer> members = IntStream.range(0, household.members())
                .map(household::key)
                .boxed()
                .toList();
        return new ValidationReport(plan, id, members, draft, today, evaluation);
    }

    EditPlan plan() {
        return plan;
    }

    void requireRound(int round) {
        if (!plan.rules.holdsFor(round)) {
            throw new IllegalArgumentException("the rules " + plan.rules.coordinate() + " do not hold for " + round);
        }
    }

    /**
     * Writes form and rules in place of what is compiled.
     *
     * @return what is written
     */
    @Serial
    private Object writeReplace() {
        if (plan.rules.rules().stream().map(Rule::opaque).anyMatch(Optional::isPresent)) {
            throw new IllegalStateException("rules written in Java cannot be serialised");
        }
        return new Written(
                plan.form.toJson(),
                plan.rules.toJson(),
                onlyRules == null
                        ? null
                        : new TreeSet<>(onlyRules.stream().map(RuleId::value).toList()),
                onlySections == null ? null : new TreeSet<>(onlySections));
    }

    /**
     * Refuses what no validator wrote.
     *
     * @param in the stream
     * @throws InvalidObjectException always
     */
    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("written as form and rules");
    }

    /**
     * What a validator serialises as.
     *
     * @param form the form as JSON
     * @param rules the rules as JSON
     * @param onlyRules the ids of the rules that are evaluated; null for all
     * @param onlySections the ids of the sections that are evaluated; null for all
     */
    private record Written(
            String form,
            String rules,
            @Nullable TreeSet<String> onlyRules,
            @Nullable TreeSet<String> onlySections) implements Serializable {
        @Serial
        private Object readResolve() {
            Questionnaire read = Questionnaire.read(new ByteArrayInputStream(form.getBytes(UTF_8)))
                    .value();
            RuleSet set = RuleSet.read(read, new ByteArrayInputStream(rules.getBytes(UTF_8)))
                    .value();
            return new HouseholdValidator(
                    read,
                    set,
                    onlyRules == null
                            ? null
                            : onlyRules.stream().map(RuleId::of).collect(Collectors.toUnmodifiableSet()),
                    onlySections == null ? null : Set.copyOf(onlySections));
        }
    }
}
