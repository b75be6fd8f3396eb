package io.github.bmnkit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whole sheets of answers, and rules that were changed a little. */
class RuleProperties {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final RuleSet RULES = RuleSets.bmn2560();
    private static final Map<String, FiresWhen.Edit> EDITS = edits();

    private static Map<String, FiresWhen.Edit> edits() {
        Map<String, FiresWhen.Edit> edits = new HashMap<>();
        FiresWhen.texts().forEach((id, text) -> edits.put(id, FiresWhen.parse(text)));
        return edits;
    }

    private static int rows(Rule rule, Answers answers) {
        return rule.level() == Level.MEMBER ? answers.members().size() : 1;
    }

    /** With negative areas the sums of rai and square wah mean nothing; LND-03 and LND-08 find them. */
    @Property(tries = 200)
    void onWholeSheetsEveryRuleFailsExactlyWhereItsEditFires(@ForAll long seed) {
        Answers answers = new AnswerSheets(FORM, seed)
                .withEveryName()
                .withoutNegativeNumbers()
                .next();
        Frame frame = Frame.of(FORM.scope());
        answers.fill(frame, FORM, false);
        Set<Outcome> seen = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            for (int row = 0; row < rows(rule, answers); row++) {
                Outcome outcome = FiresWhenTest.outcome(rule, frame, row, answers);
                seen.add(outcome);
                assertThat(outcome == Outcome.FAIL)
                        .as("%s is %s", rule.id(), outcome)
                        .isEqualTo(EDITS.get(rule.id()).fires(answers, row));
            }
        }
        for (Outcome outcome : List.of(Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE)) {
            Cases.met(outcome.name(), seen.contains(outcome));
        }
    }

    /** E4: what a rule does not say it reads changes nothing. */
    @Property(tries = 300)
    void aRuleReadsOnlyWhatItSays(@ForAll long seed) {
        AnswerSheets sheets = new AnswerSheets(FORM, seed).withEveryName();
        Answers one = sheets.next();
        Answers other = sheets.next();
        Frame all = Frame.of(FORM.scope());
        Frame only = Frame.of(FORM.scope());
        one.fill(all, FORM, false);
        Rule rule = RULES.rules().get(Math.floorMod(seed, RULES.rules().size()));
        Map<String, String> household = new HashMap<>(other.household());
        List<Map<String, String>> members = new ArrayList<>();
        for (int row = 0; row < one.members().size(); row++) {
            Map<String, String> member =
                    new HashMap<>(other.members().get(row % other.members().size()));
            int at = row;
            rule.reads()
                    .forEach(name -> (one.members().get(at).containsKey(name) ? member : household)
                            .put(name, one.get(name, at)));
            members.add(member);
        }
        new Answers(household, members, one.sameHouseholds(), one.blank()).fill(only, FORM, false);
        for (int row = 0; row < rows(rule, one); row++) {
            assertThat(FiresWhenTest.outcome(rule, only, row, one))
                    .as(rule.id())
                    .isEqualTo(FiresWhenTest.outcome(rule, all, row, one));
        }
        Cases.met("of members", rule.level() == Level.MEMBER);
    }

    /**
     * A rule stands for checks of the form only where one of them fails, too: else a finding would go away for a rule
     * that says something else. (That a code is in its list, and a claim is right, is not checked here.) S4-10 alone
     * takes a blank for nobody, where the constraint cannot tell.
     */
    @Test
    void whereARuleFailsThatStandsForChecksOneOfThemFails() {
        Frame frame = Frame.of(FORM.scope());
        Map<String, String> texts = FiresWhen.texts();
        Set<String> alone = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            Set<Check> kinds = rule.refines().stream().map(CheckId::check).collect(Collectors.toSet());
            if (kinds.isEmpty() || kinds.contains(Check.CODE_LIST) || kinds.contains(Check.CLAIM)) {
                continue;
            }
            AnswerSheets sheets = new AnswerSheets(
                    FORM, texts.get(rule.id()), rule.reads(), rule.id().hashCode());
            for (int i = 0; i < 300; i++) {
                Answers answers = sheets.next();
                answers.fill(frame, FORM, false);
                Answers.recalculate(frame, FORM, false);
                for (int row = 0; row < rows(rule, answers); row++) {
                    int at = row;
                    if (rule.outcome(frame, row) == Outcome.FAIL
                            && rule.refines().stream().noneMatch(check -> isFailing(check, frame, at))) {
                        alone.add(rule.id());
                    }
                }
            }
        }
        assertThat(alone).containsExactly("S4-10");
    }

    private static boolean isFailing(CheckId check, Frame frame, int row) {
        String name = check.question();
        boolean blank = frame.get(name, row) instanceof Value.None;
        boolean hidden = FORM.item(name)
                .orElseThrow()
                .relevance()
                .map(relevance -> relevance.test(frame, row) != Truth.TRUE)
                .orElse(false);
        return switch (check.check()) {
            case RELEVANCE -> !blank && hidden;
            case REQUIRED ->
                blank && FORM.item(name).orElseThrow().required().orElseThrow().test(frame, row) != Truth.FALSE;
            case CONSTRAINT ->
                !blank
                        && FORM.item(name)
                                        .orElseThrow()
                                        .constraint()
                                        .orElseThrow()
                                        .test(frame, row)
                                == Truth.FALSE;
            default -> throw new IllegalArgumentException(check.toString());
        };
    }

    /** R2: one byte changed anywhere gives findings or another set, never an exception. */
    @Property(tries = 500)
    void aSetWithOneByteChangedIsReadOrRefused(
            @ForAll @IntRange(max = 100_000) int at, @ForAll @ByteRange(min = 32, max = 126) byte value) {
        byte[] bytes = Rules.documented("docs/rules-format.md", "json").getBytes(StandardCharsets.UTF_8);
        bytes[at % bytes.length] = value;
        Reading<RuleSet> reading = RuleSet.read(FORM, new ByteArrayInputStream(bytes));
        assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
        reading.optional()
                .ifPresent(set ->
                        assertThat(Rules.read(FORM, set.toJson()).value()).isEqualTo(set));
        Cases.met("refused", reading.hasErrors());
        Cases.met("read", reading.optional().isPresent());
    }

    private static final Pattern CHANGEABLE =
            Pattern.compile("'[^']*'|\\$\\{\\w+}|<=|>=|!=|=|<|>|\\band\\b|\\bor\\b|\\b\\d+\\b");
    private static final Map<String, String> CHANGES =
            Map.of("<=", "<", ">=", ">", "<", "<=", ">", ">=", "=", "!=", "!=", "=", "and", "or", "or", "and");

    /** Each condition with one operator flipped, or one number moved by one. */
    private static List<String> mutants(String condition) {
        List<String> mutants = new ArrayList<>();
        for (MatchResult match : CHANGEABLE.matcher(condition).results().toList()) {
            String found = match.group();
            if (found.startsWith("'") || found.startsWith("$")) {
                continue;
            }
            String changed = CHANGES.containsKey(found) ? CHANGES.get(found) : "" + (Long.parseLong(found) + 1);
            mutants.add(condition.substring(0, match.start()) + changed + condition.substring(match.end()));
        }
        return mutants;
    }

    /** How many mutants of a rule say the same as the rule, as {@link #whatIsNotToldApartSaysTheSame} shows. */
    private static final Map<String, Long> EQUIVALENT = Map.of("HDR-05", 13L, "HDR-11", 1L, "SAV-06", 1L);

    /** A rule that was changed a little is told apart by some sheet, unless it says the same as before. */
    @Test
    void everyMutantOfARuleIsToldApartOrSaysTheSame() {
        Frame frame = Frame.of(FORM.scope());
        int all = 0;
        Map<String, Long> alike = new HashMap<>();
        Map<String, String> texts = FiresWhen.texts();
        for (Rule rule : RULES.rules()) {
            Formula mustHold = rule.mustHold().orElse(null);
            if (mustHold == null) {
                continue;
            }
            Map<String, Formula> alive = new HashMap<>();
            for (String mutant : mutants(mustHold.toString())) {
                Formula.condition(mutant, FORM.scope(), rule.level())
                        .optional()
                        .ifPresent(formula -> alive.put(mutant, formula));
            }
            all += alive.size();
            AnswerSheets sheets = new AnswerSheets(
                    FORM, texts.get(rule.id()), rule.reads(), rule.id().hashCode());
            for (int i = 0; i < 3_000 && !alive.isEmpty(); i++) {
                Answers answers = sheets.next();
                answers.fill(frame, FORM, false);
                for (int row = 0; row < rows(rule, answers); row++) {
                    int at = row;
                    boolean applies = rule.appliesWhen()
                            .map(formula -> formula.test(frame, at) == Truth.TRUE)
                            .orElse(true);
                    boolean fails = rule.outcome(frame, row) == Outcome.FAIL;
                    alive.values().removeIf(formula -> applies && isFailing(rule, formula.test(frame, at)) != fails);
                }
            }
            alive.keySet().forEach(mutant -> alike.merge(rule.id(), 1L, Long::sum));
        }
        assertThat(all).isGreaterThan(700);
        assertThat(alike).isEqualTo(EQUIVALENT);
    }

    /**
     * HDR-05: the bounds hold for every code of the list, and no other code is one, so a mutant with wider bounds says the
     * same. HDR-11: the code has eight digits, so its end may be named as nine. SAV-06: a sum of what counts as 0 where it
     * is blank is never blank itself, so it does not matter what it would count as.
     */
    @Test
    void whatIsNotToldApartSaysTheSame() {
        Frame frame = Frame.of(FORM.scope());
        for (Code province : FORM.list(
                        FORM.question("province_code").orElseThrow().list())
                .orElseThrow()
                .codes()) {
            frame.reset(false, 1, Answers.TODAY);
            frame.set("province_code", 0, Value.code(province.code()));
            assertThat(RULES.rule(RuleId.of("HDR-05")).orElseThrow().outcome(frame, 0))
                    .as(province.code())
                    .isEqualTo(Outcome.PASS);
        }
        assertThat(RULES.rule(RuleId.of("HDR-11")).orElseThrow().appliesWhen().orElseThrow())
                .asString()
                .contains("regex(${community_code}, '^[0-9]{8}$')");
        Random random = new Random(7);
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        for (int i = 0; i < 300; i++) {
            household.resolve(Responses.any(FORM, 1 + random.nextInt(3), random), false, Responses.TODAY);
            assertThat(household.value(AnswerPath.of("loan_sum")))
                    .isNotIn(Value.of(Missing.NOT_ASKED), Value.of(Missing.NOT_ANSWERED));
        }
    }

    private static boolean isFailing(Rule rule, Truth holds) {
        return holds == Truth.FALSE || (holds == Truth.UNKNOWN && rule.whenUnknown() == Rule.WhenUnknown.FAIL);
    }

    /** The wrong implementation: refused counts as nothing. It is told apart wherever an amount is read. */
    @Test
    void takingARefusedAmountForABlankIsToldApart() {
        Set<String> toldApart = new TreeSet<>();
        for (Rule rule : RULES.rules()) {
            for (String name : rule.reads()) {
                boolean refusable = FORM.question(name)
                        .map(question -> question.refusable())
                        .orElse(false);
                if (refusable && rule.across().isEmpty()) {
                    Map<Missing, Outcome> outcomes = new HashMap<>();
                    for (Missing kind : List.of(Missing.REFUSED, Missing.NOT_ANSWERED)) {
                        Frame frame = Frame.of(FORM.scope());
                        frame.reset(false, 1, Answers.TODAY);
                        for (String flag : List.of("q14_3", "q22_4_1", "q22_4_2", "q22_4_3", "q23_4", "q23_5")) {
                            frame.set(flag, 0, Value.code("1"));
                        }
                        frame.set("q22_3_2", 0, Value.code("0"));
                        frame.set("q23_1", 0, Value.codes(List.of("1")));
                        frame.set(name, 0, Value.of(kind));
                        outcomes.put(kind, rule.outcome(frame, 0));
                    }
                    if (!outcomes.get(Missing.REFUSED).equals(outcomes.get(Missing.NOT_ANSWERED))) {
                        assertThat(outcomes.get(Missing.REFUSED)).isEqualTo(Outcome.UNDECIDED);
                        toldApart.add(rule.id());
                    }
                }
            }
        }
        assertThat(toldApart).containsExactly("DBT-05", "DBT-12", "DBT-14", "DBT-16", "S2-07", "SAV-02");
    }
}
