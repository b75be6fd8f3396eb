package io.github.bmnkit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The shipped rules against the edits as they were first written: on complete answers a rule fails exactly where its edit
 * fires. Answers are made up around the bounds of each rule, blanks included, with a fixed seed.
 */
class FiresWhenTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final RuleSet RULES = RuleSets.bmn2560();
    private static final Map<String, String> TEXTS = FiresWhen.texts();
    private static final int SHEETS = 800;
    private static final int LEAST = 5;

    /** Says nothing where the edit adds rai to square wah: with negative areas, which LND-03 and LND-08 find. */
    private static final Set<String> AREAS = Set.of("LND-05", "LND-10", "LND-13");

    private static AnswerSheets sheets(Rule rule) {
        String text = TEXTS.get(rule.id());
        AnswerSheets sheets =
                new AnswerSheets(FORM, text, rule.reads(), rule.id().hashCode());
        return AREAS.contains(rule.id()) ? sheets.withoutNegativeNumbers() : sheets;
    }

    private static int rows(Rule rule, Answers answers) {
        return rule.level() == Level.MEMBER ? answers.members().size() : 1;
    }

    /** What comes of a rule; for one across households, given how many have the same values. */
    static Outcome outcome(Rule rule, Frame frame, int row, Answers answers) {
        if (rule.across().isEmpty()) {
            return rule.outcome(frame, row);
        }
        Truth applies =
                rule.appliesWhen().map(formula -> formula.test(frame, row)).orElse(Truth.TRUE);
        if (applies != Truth.TRUE) {
            return Outcome.NOT_APPLICABLE;
        }
        return answers.sameHouseholds() > rule.across().get().atMost() ? Outcome.FAIL : Outcome.PASS;
    }

    @Test
    void everyRuleHasItsEdit() {
        assertThat(RULES.rules()).extracting(Rule::id).containsExactlyElementsOf(TEXTS.keySet());
        for (Rule rule : RULES.rules()) {
            rule.across()
                    .ifPresent(across -> assertThat(TEXTS.get(rule.id()))
                            .endsWith("batch-count-same(${" + String.join("}, ${", across.same()) + "}) > "
                                    + across.atMost()));
        }
    }

    @Test
    void everyRuleFailsExactlyWhereItsEditFiresAndIsSeenDoingBoth() throws IOException {
        Frame frame = Frame.of(FORM.scope());
        Map<String, Map<Outcome, Integer>> table = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Rule rule : RULES.rules()) {
            FiresWhen.Edit edit = FiresWhen.parse(TEXTS.get(rule.id()));
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            AnswerSheets sheets = sheets(rule);
            for (int i = 0; i < SHEETS; i++) {
                Answers answers = sheets.next();
                answers.fill(frame, FORM, false);
                for (int row = 0; row < rows(rule, answers); row++) {
                    Outcome outcome = outcome(rule, frame, row, answers);
                    counts.merge(outcome, 1, Math::addExact);
                    if (edit.fires(answers, row) != (outcome == Outcome.FAIL)) {
                        wrong.add(rule.id() + " is " + outcome + " on " + answers);
                    }
                }
            }
            table.put(rule.id(), counts);
        }
        assertThat(wrong.stream().limit(20)).isEmpty();
        compareWithGolden(table);
        Set<String> unseen = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            Map<Outcome, Integer> counts = table.get(rule.id());
            int applies = rule.appliesWhen().isPresent() ? counts.getOrDefault(Outcome.NOT_APPLICABLE, 0) : LEAST;
            int least = Math.min(counts.getOrDefault(Outcome.FAIL, 0), counts.getOrDefault(Outcome.PASS, 0));
            if (Math.min(least, applies) < LEAST) {
                unseen.add(rule.id() + " " + counts);
            }
        }
        assertThat(unseen).isEmpty();
    }

    /** To renew the golden file after a change that is meant: {@code -Dgolden.renew=true}. */
    private static void compareWithGolden(Map<String, Map<Outcome, Integer>> table) throws IOException {
        StringBuilder csv = new StringBuilder("rule,pass,fail,undecided,not_applicable\n");
        table.forEach((id, counts) -> {
            csv.append(id);
            for (Outcome outcome : List.of(Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE)) {
                csv.append(',').append(counts.getOrDefault(outcome, 0));
            }
            csv.append('\n');
        });
        Path golden = Rules.TEST_RESOURCES.resolve("outcomes.csv");
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(golden, csv, StandardCharsets.UTF_8);
        }
        assertThat(csv.toString()).isEqualToNormalizingNewlines(Rules.testResource("outcomes.csv"));
    }

    /** The wrong implementation: three truth values alone, without failing where nothing is shown. */
    @Test
    void everyRuleThatFailsWhenUnknownWouldElseBeSilentWhereItsEditFires() {
        Frame frame = Frame.of(FORM.scope());
        Set<String> silent = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            Formula mustHold = rule.mustHold().orElse(null);
            AnswerSheets sheets = sheets(rule);
            for (int i = 0; i < SHEETS && mustHold != null; i++) {
                Answers answers = sheets.next();
                answers.fill(frame, FORM, false);
                for (int row = 0; row < rows(rule, answers); row++) {
                    if (rule.outcome(frame, row) == Outcome.FAIL && mustHold.test(frame, row) != Truth.FALSE) {
                        silent.add(rule.id());
                    }
                }
            }
        }
        assertThat(silent)
                .containsExactlyInAnyOrderElementsOf(RULES.rules().stream()
                        .filter(rule -> rule.whenUnknown() == Rule.WhenUnknown.FAIL)
                        .map(Rule::id)
                        .toList());
    }

    /** A rule that refines a relevance or a claim is why there is a stored view: on the resolved one it cannot fail. */
    @Test
    void rulesThatReadStoredAnswersFailOnTheStoredViewOnly() {
        Frame stored = Frame.of(FORM.scope());
        Frame resolved = Frame.of(FORM.scope());
        for (Rule rule : RULES.rules()) {
            if (!rule.readsStoredAnswers()) {
                continue;
            }
            AnswerSheets sheets = sheets(rule);
            int failed = 0;
            for (int i = 0; i < SHEETS; i++) {
                Answers answers = sheets.next();
                answers.fill(stored, FORM, false);
                answers.resolve(resolved, FORM);
                for (int row = 0; row < rows(rule, answers); row++) {
                    failed += rule.outcome(stored, row) == Outcome.FAIL ? 1 : 0;
                    if (!isRelevanceOpen(rule, resolved, row)) {
                        assertThat(rule.outcome(resolved, row))
                                .as("%s %s", rule.id(), answers)
                                .isNotEqualTo(Outcome.FAIL);
                    }
                }
            }
            assertThat(failed).as(rule.id()).isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** An answer of which nobody knows whether it is relevant is not hidden. */
    private static boolean isRelevanceOpen(Rule rule, Frame resolved, int row) {
        return rule.refines().stream()
                .flatMap(check -> FORM.item(check.question()).orElseThrow().relevance().stream())
                .anyMatch(relevance -> relevance.test(resolved, row) == Truth.UNKNOWN);
    }
}
