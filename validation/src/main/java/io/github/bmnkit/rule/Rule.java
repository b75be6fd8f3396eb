package io.github.bmnkit.rule;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.CheckId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One edit: what must hold, when it applies, how grave it is if it does not, and what to say then. Its conditions were
 * checked against a form and compiled. It is one of three kinds:
 *
 * <ul>
 *   <li>of the household, or of each member: {@link #mustHold}, where {@link #appliesWhen} is true;
 *   <li>{@linkplain #across across households}: how many may have the same values;
 *   <li>{@linkplain #opaque opaque}: written in Java.
 * </ul>
 *
 * <p><b>Refining rules.</b> A form itself derives checks from its questions (required, relevance, constraint, claim ..).
 * A rule may {@linkplain #refines refine} some of them: it says the same with an id, severity and text of its own. Where
 * it fails, its one finding stands for theirs; where it does not, theirs stand. A check that no rule refines stands for
 * itself.
 *
 * <p>What a form resolves hides the answers to irrelevant questions and calculates every calculated name; then no
 * condition could ever see an answer that should not be there, or a sum that somebody typed. So a rule that refines a
 * relevance or a claim is evaluated on the <i>stored view</i> ({@link #readsStoredAnswers}): a frame in which every
 * stored answer is readable, relevant or not, and a calculated name holds the value that came with the document if there
 * is one, else what the form calculates from this same frame. Whoever evaluates rules fills two frames for a household
 * that has such answers or claims; for all others the two are the same.
 */
public final class Rule implements FindingCode {
    private static final String MASK = "***";

    /** What it means that a rule cannot be decided. */
    public enum WhenUnknown {
        /** The outcome is {@link Outcome#UNDECIDED}. */
        UNDECIDED,
        /**
         * The rule applies and fails: what it demands is not shown. In a draft it still stays undecided while anything
         * that it reads is not answered.
         */
        FAIL
    }

    /**
     * How many households of a round may have the same values. Values are the same if all of the names have equal ones;
     * a value that is missing, for whatever reason, is the same as another that is missing. For a rule of members a
     * household has the values if one of its members has, and the rule fails for that member; a household that has them
     * twice counts once.
     *
     * @param same the names, at least one; a rule of members may name those of the household, too
     * @param atMost how many households may have the same values, at least 1
     */
    public record Across(List<String> same, int atMost) {
        /**
         * Copies the list and checks the number.
         *
         * @param same the names, at least one; a rule of members may name those of the household, too
         * @param atMost how many households may have the same values, at least 1
         */
        public Across {
            same = List.copyOf(same);
            if (same.isEmpty() || atMost < 1) {
                throw new IllegalArgumentException("at least one name and one household: " + same + ", " + atMost);
            }
        }
    }

    private final RuleDefinition definition;
    private final RuleId id;
    private final @Nullable Formula appliesWhen;
    private final @Nullable Formula mustHold;
    private final @Nullable JavaRule opaque;
    private final Set<String> reads;
    private final Set<String> parameters;
    private final boolean stored;
    private final WhenUnknown whenUnknown;
    private final int since;
    private final int until;

    Rule(
            RuleDefinition definition,
            @Nullable Formula appliesWhen,
            @Nullable Formula mustHold,
            @Nullable JavaRule opaque) {
        this.definition = definition;
        this.id = definition.id();
        this.whenUnknown = definition.whenUnknown();
        this.since = Objects.requireNonNullElse(definition.since(), Integer.MIN_VALUE);
        this.until = Objects.requireNonNullElse(definition.until(), Integer.MAX_VALUE);
        this.appliesWhen = appliesWhen;
        this.mustHold = mustHold;
        this.opaque = opaque;
        Set<String> names = new TreeSet<>();
        Set<String> set = new TreeSet<>();
        for (Formula formula : formulas()) {
            names.addAll(formula.reads().names());
            set.addAll(formula.reads().parameters());
        }
        across().ifPresent(across -> names.addAll(across.same()));
        if (opaque != null) {
            names.addAll(opaque.reads());
        }
        this.reads = Collections.unmodifiableSet(names);
        this.parameters = Collections.unmodifiableSet(set);
        this.stored =
                refines().stream().anyMatch(check -> check.check() == Check.RELEVANCE || check.check() == Check.CLAIM);
    }

    /**
     * Starts a rule about the household, of the severity {@link Severity#ERROR}; {@link RuleSet.Builder} takes it.
     *
     * @param id its id
     * @param message what to say if it does not hold; {@code ${name}} stands for the value of that name
     * @return a builder
     */
    public static Builder builder(RuleId id, Text message) {
        return new Builder(id, message);
    }

    private List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        if (appliesWhen != null) {
            formulas.add(appliesWhen);
        }
        if (mustHold != null) {
            formulas.add(mustHold);
        }
        return formulas;
    }

    /** Returns the id as text, as findings name their code. */
    @Override
    public String id() {
        return id.value();
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public RuleId ruleId() {
        return id;
    }

    @Override
    public Severity severity() {
        return definition.severity();
    }

    /** Returns what to say if the rule does not hold, with {@code ***} for each value that {@link #message} shows. */
    @Override
    public Text text() {
        return Text.of(
                Operands.replace(message().th(), name -> MASK),
                Operands.replace(message().en(), name -> MASK));
    }

    /**
     * Returns what to say if the rule does not hold, as a template.
     *
     * @return the text; {@code ${name}} stands for the value of that name
     */
    public Text message() {
        return definition.message();
    }

    /**
     * Returns what to say if the rule does not hold, with values. They may be personal, so this is only for who may see
     * them.
     *
     * @param locale Thai, or else English
     * @param value gives what to show for each of the names {@link #operands}
     * @return the text
     */
    public String message(Locale locale, UnaryOperator<String> value) {
        return Operands.replace(message().in(locale), requireNonNull(value, "value"));
    }

    /**
     * Returns the names whose values the message shows.
     *
     * @return the names, sorted
     */
    public Set<String> operands() {
        return Operands.in(message().en());
    }

    /**
     * Returns whether the rule is about the household or about each member. Whether it looks across households,
     * {@link #across} says.
     *
     * @return the level
     */
    public Level level() {
        return definition.level();
    }

    /**
     * Returns the condition under which the rule applies.
     *
     * @return the condition, at the level of the rule; empty if it always applies
     */
    public Optional<Formula> appliesWhen() {
        return Optional.ofNullable(appliesWhen);
    }

    /**
     * Returns what must hold where the rule applies.
     *
     * @return the condition, at the level of the rule; empty if the rule looks across households or is opaque
     */
    public Optional<Formula> mustHold() {
        return Optional.ofNullable(mustHold);
    }

    /**
     * Returns what it means that {@link #mustHold} is unknown where the rule applies.
     *
     * @return undecided, or failed
     */
    public WhenUnknown whenUnknown() {
        return whenUnknown;
    }

    /**
     * Returns how many households may have the same values.
     *
     * @return the limit; empty unless the rule looks across households
     */
    public Optional<Across> across() {
        return Optional.ofNullable(definition.across());
    }

    /**
     * Returns the check that is written in Java.
     *
     * @return the check; empty if the rule is data
     */
    public Optional<JavaRule> opaque() {
        return Optional.ofNullable(opaque);
    }

    /**
     * Returns the checks of the form for which this rule stands where it fails.
     *
     * @return the checks, in the order given
     */
    public List<CheckId> refines() {
        return definition.refines();
    }

    /**
     * Tells whether the rule is evaluated on the stored view of the household, as described above.
     *
     * @return true if it refines a relevance or a claim
     */
    public boolean readsStoredAnswers() {
        return stored;
    }

    /**
     * Returns all names that decide the outcome, of whatever level, with parameters.
     *
     * @return the names, sorted
     */
    public Set<String> reads() {
        return reads;
    }

    /**
     * Returns the parameters of the form that decide the outcome.
     *
     * @return the names, sorted
     */
    public Set<String> parameters() {
        return parameters;
    }

    /**
     * Returns why the rule is as it is.
     *
     * @return the explanation, if there is one
     */
    public Optional<Text> rationale() {
        return Optional.ofNullable(definition.rationale());
    }

    /**
     * Returns what the rule rests on.
     *
     * @return keys of the sources of the set
     */
    public List<String> sources() {
        return definition.sources();
    }

    /**
     * Returns words by which rules are chosen, such as {@code doc}.
     *
     * @return the tags, in the order given
     */
    public List<String> tags() {
        return definition.tags();
    }

    /**
     * Tells whether the rule holds for a round, within those of its set.
     *
     * @param year the round, Buddhist Era
     * @return true from the first to the last round of the rule
     */
    public boolean holdsFor(int year) {
        return since <= year && year <= until;
    }

    /**
     * Says what comes of the rule for one household or member. Where {@link #appliesWhen} is unknown, so is the rule. It
     * does not apply, either, if it is unknown only because nothing of what it reads was asked.
     *
     * @param frame the household, of the scope of the form; the stored view if {@link #readsStoredAnswers}
     * @param row the member's row, from 0; for a rule of the household it does not matter
     * @return the outcome; whatever an opaque rule throws is thrown
     * @throws IllegalStateException if the rule looks across households
     */
    public Outcome outcome(Frame frame, int row) {
        if (appliesWhen != null) {
            Outcome applies = appliesWhen.outcome(frame, row);
            if (applies != Outcome.PASS) {
                return applies == Outcome.UNDECIDED ? applies : Outcome.NOT_APPLICABLE;
            }
        }
        if (opaque != null) {
            Truth holds = opaque.holds(frame, row);
            return holds == Truth.UNKNOWN
                    ? unknown(worst(frame, row), frame)
                    : holds == Truth.TRUE ? Outcome.PASS : Outcome.FAIL;
        }
        if (mustHold == null) {
            throw new IllegalStateException("one household does not decide " + id);
        }
        Outcome holds = mustHold.outcome(frame, row);
        boolean isKnown = holds == Outcome.PASS || holds == Outcome.FAIL;
        return isKnown || whenUnknown == WhenUnknown.UNDECIDED ? holds : unknown(mustHold.why(frame, row), frame);
    }

    private Outcome unknown(Missing why, Frame frame) {
        boolean notYet = frame.isDraft() && why == Missing.NOT_ANSWERED;
        if (whenUnknown == WhenUnknown.FAIL && !notYet) {
            return Outcome.FAIL;
        }
        return why == Missing.NOT_ASKED ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED;
    }

    /** Nobody can tell what was decisive for an opaque rule: the worst of all that it reads names the kind. */
    private Missing worst(Frame frame, int row) {
        boolean everyMember = level() == Level.HOUSEHOLD;
        int first = everyMember ? 0 : row;
        int end = everyMember ? Math.max(1, frame.members()) : row + 1;
        Missing worst = null;
        for (String name : requireNonNull(definition.opaque())) {
            for (int each = first; each < end; each++) {
                Missing missing = frame.missing(frame.cell(name, each)).orElse(null);
                if (missing == Missing.NOT_ANSWERED && frame.isDraft()) {
                    return missing;
                }
                if (missing != null) {
                    worst = worst == null ? missing : worst.worse(missing);
                }
            }
        }
        return worst == null ? Missing.INVALID : worst;
    }

    RuleDefinition definition() {
        return definition;
    }

    /** Two rules are equal if all that they say is; opaque ones, if their check is the same, too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rule that && definition.equals(that.definition) && opaque == that.opaque;
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id.value();
    }

    /** Puts a rule together; it is checked with its set. */
    public static final class Builder {
        private final RuleId id;
        private final Text message;
        private final List<CheckId> refines = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private Level level = Level.HOUSEHOLD;
        private Severity severity = Severity.ERROR;
        private WhenUnknown whenUnknown = WhenUnknown.UNDECIDED;
        private @Nullable String appliesWhen;
        private @Nullable String mustHold;
        private @Nullable Across across;
        private @Nullable JavaRule opaque;
        private @Nullable Text rationale;
        private @Nullable Integer since;
        private @Nullable Integer until;

        private Builder(RuleId id, Text message) {
            this.id = requireNonNull(id, "id");
            this.message = requireNonNull(message, "message");
        }

        /**
         * Makes it a rule about the household or about each member.
         *
         * @param newLevel the level
         * @return this builder
         */
        public Builder level(Level newLevel) {
            level = requireNonNull(newLevel, "newLevel");
            return this;
        }

        /**
         * Sets how grave it is if the rule does not hold.
         *
         * @param newSeverity the severity
         * @return this builder
         */
        public Builder severity(Severity newSeverity) {
            severity = requireNonNull(newSeverity, "newSeverity");
            return this;
        }

        /**
         * Sets the condition under which the rule applies.
         *
         * @param expression the condition
         * @return this builder
         */
        public Builder appliesWhen(String expression) {
            appliesWhen = requireNonNull(expression, "expression");
            return this;
        }

        /**
         * Sets what must hold where the rule applies.
         *
         * @param expression the condition
         * @return this builder
         */
        public Builder mustHold(String expression) {
            mustHold = requireNonNull(expression, "expression");
            return this;
        }

        /**
         * Sets what it means that the rule cannot be decided.
         *
         * @param meaning undecided, or failed
         * @return this builder
         */
        public Builder whenUnknown(WhenUnknown meaning) {
            whenUnknown = requireNonNull(meaning, "meaning");
            return this;
        }

        /**
         * Makes it a rule across households.
         *
         * @param atMost how many households may have the same values, at least 1
         * @param same the names, at least one
         * @return this builder
         */
        public Builder across(int atMost, String... same) {
            across = new Across(List.of(same), atMost);
            return this;
        }

        /**
         * Makes it an opaque rule, of the level of the check.
         *
         * @param check the check, written in Java
         * @return this builder
         */
        public Builder opaque(JavaRule check) {
            opaque = requireNonNull(check, "check");
            return this;
        }

        /**
         * Lets the rule stand for a check of the form where it fails.
         *
         * @param check the check
         * @return this builder
         */
        public Builder refines(CheckId check) {
            refines.add(requireNonNull(check, "check"));
            return this;
        }

        /**
         * Says why the rule is as it is.
         *
         * @param text the explanation
         * @return this builder
         */
        public Builder rationale(Text text) {
            rationale = requireNonNull(text, "text");
            return this;
        }

        /**
         * Cites a source of the set.
         *
         * @param key its key
         * @return this builder
         */
        public Builder source(String key) {
            sources.add(requireNonNull(key, "key"));
            return this;
        }

        /**
         * Adds a word by which rules are chosen.
         *
         * @param tag the word
         * @return this builder
         */
        public Builder tag(String tag) {
            tags.add(requireNonNull(tag, "tag"));
            return this;
        }

        /**
         * Sets the first round for which the rule holds.
         *
         * @param round the year, Buddhist Era
         * @return this builder
         */
        public Builder since(int round) {
            since = round;
            return this;
        }

        /**
         * Sets the last round for which the rule holds.
         *
         * @param round the year, Buddhist Era
         * @return this builder
         */
        public Builder until(int round) {
            until = round;
            return this;
        }

        RuleId id() {
            return id;
        }

        @Nullable
        JavaRule check() {
            return opaque;
        }

        RuleDefinition definition() {
            List<String> names = opaque == null ? null : List.copyOf(new TreeSet<>(opaque.reads()));
            return new RuleDefinition(
                    id,
                    opaque == null ? level : opaque.level(),
                    severity,
                    appliesWhen,
                    mustHold,
                    whenUnknown,
                    across,
                    names,
                    List.copyOf(refines),
                    message,
                    rationale,
                    List.copyOf(sources),
                    List.copyOf(tags),
                    since,
                    until);
        }
    }
}
