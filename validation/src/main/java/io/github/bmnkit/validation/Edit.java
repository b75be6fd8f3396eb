package io.github.bmnkit.validation;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that is checked of a household or of each member: a rule, or a check that the form derives. */
sealed interface Edit {
    /** The code of its findings; its id is unique within a validator. */
    FindingCode code();

    Level level();

    /** The question that findings point at; null for the household as such. */
    @Nullable
    Item about();

    /** The names whose change can change the outcome. */
    Set<String> reads();

    /** Makes the edit: stored is the stored view of the household. */
    Outcome outcome(ResolvedHousehold household, Frame stored, int row);

    /** Whether findings show a text of their own and not a question. */
    boolean isRule();

    /** A rule about one household. */
    record OfRule(Rule rule, @Nullable Item about) implements Edit {
        @Override
        public FindingCode code() {
            return rule;
        }

        @Override
        public Level level() {
            return rule.level();
        }

        @Override
        public Set<String> reads() {
            return rule.reads();
        }

        @Override
        public Outcome outcome(ResolvedHousehold household, Frame stored, int row) {
            if (!rule.holdsFor(household.round())) {
                return Outcome.NOT_APPLICABLE;
            }
            return rule.outcome(rule.readsStoredAnswers() ? stored : household.frame(), row);
        }

        @Override
        public boolean isRule() {
            return true;
        }
    }

    /** A check that the form derives from a question. */
    record OfQuestion(Item item, Check check, FindingCode code, Set<String> reads) implements Edit {
        static OfQuestion of(Item item, Check check) {
            Set<String> reads = new TreeSet<>();
            reads.add(item.name());
            Stream.of(item.relevance(), item.required(), item.constraint(), item.calculation())
                    .flatMap(Optional::stream)
                    .map(Formula::reads)
                    .forEach(formula -> reads.addAll(formula.names()));
            if (item.question().within() != null) {
                reads.add(item.question().within());
            }
            Text message = check == Check.CONSTRAINT ? item.question().message() : null;
            Text label = item.question().label();
            return new OfQuestion(item, check, new Derived(new CheckId(item.name(), check), label, message), reads);
        }

        CheckId id() {
            return new CheckId(item.name(), check);
        }

        @Override
        public Level level() {
            return item.level();
        }

        @Override
        public Item about() {
            return item;
        }

        @Override
        public Outcome outcome(ResolvedHousehold household, Frame stored, int row) {
            return household.check(item, check, row);
        }

        @Override
        public boolean isRule() {
            return false;
        }
    }

    /** The check of the roster's size. */
    record OfRoster(FindingCode code) implements Edit {
        static OfRoster of(Questionnaire form) {
            Roster roster = form.roster().orElseThrow();
            return new OfRoster(new Derived(new CheckId(roster.name(), Check.ROSTER), roster.label(), null));
        }

        @Override
        public Level level() {
            return Level.HOUSEHOLD;
        }

        @Override
        public @Nullable Item about() {
            return null;
        }

        @Override
        public Set<String> reads() {
            return Set.of();
        }

        @Override
        public Outcome outcome(ResolvedHousehold household, Frame stored, int row) {
            return household.roster();
        }

        @Override
        public boolean isRule() {
            return false;
        }
    }

    /** The code of a derived check: the id of the check, what is checked, and the constraint's own message if any. */
    record Derived(CheckId check, Text label, @Nullable Text message) implements FindingCode {
        @Override
        public String id() {
            return check.toString();
        }

        @Override
        public Severity severity() {
            return ValidationFinding.of(check.check()).severity();
        }

        @Override
        public Text text() {
            if (message != null) {
                return message;
            }
            // Filled in here, because summaries of many households show it without a finding.
            Text text = ValidationFinding.of(check.check()).text();
            return Text.of(
                    text.th().replace("{question}", label.th()), text.en().replace("{question}", label.en()));
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
