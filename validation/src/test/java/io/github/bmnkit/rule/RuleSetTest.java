package io.github.bmnkit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final Text MESSAGE = Text.of("ทดสอบ", "made up");

    private static String set(String rules) {
        return """
                {"id": "made-up", "version": "1", "status": "DRAFT", "title": {"th": "ทดสอบ", "en": "made up"},
                 "form": "bmn-2560", "rounds": {"from": 2561, "to": 2563}, "sources": [], "rules": [
                %s
                ]}""".formatted(rules);
    }

    private static String rule(String id, String fields) {
        return "{\"id\": \"" + id
                + "\", \"severity\": \"ERROR\", \"message\": {\"th\": \"ทดสอบ\", \"en\": \"made up\"}, " + fields + "}";
    }

    /** What is wrong with each line: nothing hides anything else, and each finding says line and pointer. */
    @Test
    void everythingThatIsWrongIsFoundAtOnceWithItsPlace() {
        Map<String, FindingCode> lines = new LinkedHashMap<>();
        lines.put(rule("A-1", "\"mustHold\": \"${nowhere} = 1\""), ExpressionFinding.UNKNOWN_NAME);
        lines.put(rule("A-2", "\"mustHold\": \"${q4_1} = 7\""), ExpressionFinding.CODE_OUTSIDE_LIST);
        lines.put(rule("A-3", "\"mustHold\": \"${age} > 7\""), ExpressionFinding.WRONG_LEVEL);
        lines.put(rule("A-4", "\"mustHold\": \"1 = 1\""), RuleFinding.CONSTANT);
        lines.put(rule("A-5", "\"appliesWhen\": \"${q4_1} = 1\""), RuleFinding.NEEDS_ONE);
        lines.put(
                rule("A-6", "\"mustHold\": \"${q4_1} = 1\", \"across\": {\"same\": [\"hid\"], \"atMost\": 1}"),
                RuleFinding.NEEDS_ONE);
        lines.put(rule("A-6", "\"mustHold\": \"${q4_1} = 1\""), RuleFinding.DUPLICATE);
        lines.put(rule("7", "\"mustHold\": \"${q4_1} = 1\""), RuleFinding.BAD_ID);
        lines.put(rule("A-7", "\"mustHold\": \"${q4_1} = 1\", \"sources\": [\"none\"]"), RuleFinding.UNKNOWN_SOURCE);
        lines.put(
                rule("A-8", "\"mustHold\": \"${q4_1} = 1\", \"refines\": [\"q4_1:claim\"]"), RuleFinding.UNKNOWN_CHECK);
        lines.put(rule("A-9", "\"mustHold\": \"${q4_1} = 1\", \"refines\": [\"q4_1\"]"), RuleFinding.UNKNOWN_CHECK);
        lines.put(
                rule("A-10", "\"mustHold\": \"${q4_1} = 1\", \"refines\": [\"sex:required\"]"),
                RuleFinding.WRONG_LEVEL);
        lines.put(rule("A-11", "\"across\": {\"same\": [\"nowhere\"], \"atMost\": 1}"), RuleFinding.UNKNOWN_NAME);
        lines.put(rule("A-12", "\"across\": {\"same\": [\"id_card\"], \"atMost\": 1}"), RuleFinding.WRONG_LEVEL);
        lines.put(
                rule("A-13", "\"level\": \"MEMBER\", \"across\": {\"same\": [\"hid\"], \"atMost\": 1}"),
                RuleFinding.WRONG_LEVEL);
        lines.put(rule("A-14", "\"across\": {\"same\": [\"hid\"], \"atMost\": 0}"), DocumentFinding.JSON_OUT_OF_RANGE);
        lines.put(rule("A-15", "\"mustHold\": \"${q4_1} = 1\", \"since\": 2563, \"until\": 2562"), RuleFinding.ROUNDS);
        lines.put(rule("A-16", "\"mustHold\": \"${q4_1} = 1\", \"since\": 2560"), RuleFinding.OUTSIDE_ROUNDS);
        lines.put(rule("A-17", "\"opaque\": {\"reads\": [\"age\"]}"), RuleFinding.OPAQUE);
        lines.put(
                rule("A-18", "\"mustHold\": \"${q4_1} = 1\", \"whenUnknown\": \"PASS\""),
                DocumentFinding.JSON_NOT_ALLOWED);
        lines.put(
                "{\"id\": \"A-19\", \"severity\": \"ERROR\", \"mustHold\": \"${q4_1} = 1\", \"message\": {\"th\": \"ทดสอบ\"}}",
                RuleFinding.MISSING_TRANSLATION);
        lines.put(
                "{\"id\": \"A-20\", \"severity\": \"ERROR\", \"mustHold\": \"${q4_1} = 1\", "
                        + "\"message\": {\"th\": \"${moo}\", \"en\": \"made up\"}}",
                RuleFinding.OPERANDS);
        lines.put(
                "{\"id\": \"A-21\", \"severity\": \"ERROR\", \"mustHold\": \"${q4_1} = 1\", "
                        + "\"message\": {\"th\": \"${nowhere}\", \"en\": \"${nowhere}\"}}",
                RuleFinding.UNKNOWN_NAME);

        Reading<RuleSet> reading = Rules.read(FORM, set(String.join(",\n", lines.keySet())));
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).containsExactlyElementsOf(lines.values());
        int line = 3;
        for (Finding finding : reading.findings()) {
            assertThat(finding.place().line()).as(finding.toString()).hasValue(line++);
            assertThat(finding.place().pointer().orElseThrow()).startsWith("/rules/" + (line - 4));
        }
        Set<FindingCode> others = new HashSet<>(List.of(RuleFinding.values()));
        others.removeAll(lines.values());
        assertThat(others).containsExactly(RuleFinding.WRONG_FORM); // RuleSetsTest
    }

    @Test
    void theSetItselfIsCheckedToo() {
        String wrong = set("").replace("\"made-up\"", "\"made up:1\"")
                .replace("2561", "2559")
                .replace("\"sources\": []", "\"replaces\": \"x\", \"sources\": " + "[" + SOURCE + ", " + SOURCE + "]");
        assertThat(Rules.read(FORM, wrong).findings())
                .extracting(Finding::code)
                .containsExactly(
                        RuleFinding.BAD_ID, RuleFinding.OUTSIDE_ROUNDS, RuleFinding.BAD_ID, RuleFinding.DUPLICATE);
    }

    private static final String SOURCE = "{\"key\": \"a\", \"office\": {\"th\": \"ก\", \"en\": \"a\"}, "
            + "\"date\": \"2026-01-31\", \"title\": {\"th\": \"ก\", \"en\": \"a\"}}";

    /** An expression that is wrong is found at its own column. */
    @Test
    void aMistakeInAConditionIsFoundAtItsColumn() {
        String line = rule("A-1", "\"mustHold\": \"${q4_1} = 1 and ${nowhere} = 1\"");
        Finding finding = Rules.read(FORM, set(line)).findings().get(0);
        assertThat(finding.place().column()).hasValue(line.indexOf("${nowhere}") + 1);
    }

    @Test
    void addingARuleIsAJsonEditAndNothingElse() {
        String json = RuleSets.bmn2560().toJson();
        String more = json.replaceFirst(
                "\"rules\" : \\[", "\"rules\" : [" + rule("X-01", "\"mustHold\": \"\\${moo} < 50\"") + ",");
        RuleSet edited = Rules.read(FORM, more).value();
        assertThat(edited.rules()).hasSize(RuleSets.bmn2560().rules().size() + 1);
        Frame frame = Frame.of(FORM.scope());
        frame.set("moo", 0, Value.of(50));
        assertThat(edited.rule(RuleId.of("X-01")).orElseThrow().outcome(frame, 0))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void theDocumentedSetIsReadAndItsMessageShowsValuesOnlyToWhoAsks() {
        RuleSet set = Rules.read(FORM, Rules.documented("docs/rules-format.md", "json"))
                .value();
        assertThat(set.coordinate()).isEqualTo("amphoe-example:1");
        assertThat(set.replaces()).contains("amphoe-example:0");
        Rule rule = set.rules().get(0);
        assertThat(rule.operands()).containsExactly("hjob_rai");
        assertThat(rule.text().en()).isEqualTo("Work land of *** rai: check");
        assertThat(rule.text().th()).isEqualTo("ที่ทำกิน *** ไร่ โปรดตรวจสอบ");
        assertThat(rule.message(Locale.ROOT, name -> "250")).isEqualTo("Work land of 250 rai: check");
        assertThat(Finding.of(rule).message(Text.THAI)).isEqualTo(rule.text().th());
        assertThat(rule.reads()).containsExactly("hjob", "hjob_rai", "n_farm");
    }

    @Test
    void theBuilderGoesThroughTheSameChecks() {
        Questionnaire form = FORM;
        RuleSet rules = RuleSet.builder(
                        form, "amphoe-example", Text.of("กฎเพิ่มเติมของอำเภอ", "More rules of the district"))
                .rule(Rule.builder(RuleId.of("X-01"), Text.of("ที่ทำกินเกิน 200 ไร่", "Work land over 200 rai"))
                        .severity(Severity.WARNING)
                        .appliesWhen("${n_farm} > 0 and ${hjob} != 5")
                        .mustHold("${hjob_rai} <= 200"))
                .build()
                .value();
        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.holdsFor(2560)).isTrue();

        Source source = new Source("a", Text.of("ก", "a"), LocalDate.of(2026, 1, 31), Text.of("ก", "a"));
        RuleSet all = RuleSet.builder(FORM, "all", MESSAGE)
                .version("2.0.0")
                .status(DefinitionStatus.OFFICIAL)
                .rounds(2562, 2563)
                .replaces("all:1.0.0")
                .source(source)
                .rule(Rule.builder(RuleId.of("X-1"), MESSAGE)
                        .mustHold("${consent} = 1")
                        .whenUnknown(Rule.WhenUnknown.FAIL)
                        .refines(CheckId.parse("consent:required").orElseThrow())
                        .rationale(MESSAGE)
                        .source("a")
                        .tag("t")
                        .since(2562)
                        .until(2562))
                .rule(Rule.builder(RuleId.of("X-2"), MESSAGE)
                        .level(Level.MEMBER)
                        .across(2, "id_card"))
                .build()
                .value();
        assertThat(Rules.read(FORM, all.toJson()).value())
                .isEqualTo(all)
                .isNotEqualTo(rules)
                .hasSameHashCodeAs(all);

        Reading<RuleSet> wrong = RuleSet.builder(FORM, "wrong", MESSAGE)
                .rule(Rule.builder(RuleId.of("X-1"), MESSAGE))
                .build();
        assertThat(wrong.findings()).hasSize(1).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(RuleFinding.NEEDS_ONE);
            assertThat(finding.place().pointer()).contains("/rules/0");
            assertThat(finding.place().line()).isEmpty();
        });
        assertThatThrownBy(() -> RuleId.of("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rule.Across(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the documentation shows stands in this class. */
    @Test
    void theDocumentedJavaIsCompiled() {
        String code = Rules.documented("docs/rules-format.md", "java").replaceAll("\\s", "");
        String test = Rules.file(java.nio.file.Path.of("src/test/java/io/github/bmnkit/rule/RuleSetTest.java"))
                .replaceAll("\\s", "");
        assertThat(test).contains(code);
    }

    /** No two members are born on the same day of the year: nothing that an expression can say. */
    private record Birthdays(Level level) implements JavaRule {
        @Override
        public Set<String> reads() {
            return Set.of("birth_date");
        }

        @Override
        public Truth holds(Frame frame, int row) {
            List<Value> days = new ArrayList<>();
            for (int i = 0; i < frame.members(); i++) {
                Value value = frame.get("birth_date", i);
                if (value instanceof Value.None) {
                    return Truth.UNKNOWN;
                }
                days.add(Value.of(((Value.Day) value).value().withYear(2000)));
            }
            return Truth.of(new HashSet<>(days).size() == days.size());
        }
    }

    @Test
    void aRuleMayBeWrittenInJava() {
        RuleSet set = RuleSet.builder(FORM, "opaque", MESSAGE)
                .rule(Rule.builder(RuleId.of("X-1"), MESSAGE)
                        .appliesWhen("${n_members} > 1")
                        .opaque(new Birthdays(Level.HOUSEHOLD)))
                .build()
                .value();
        Rule rule = set.rules().get(0);
        assertThat(rule.opaque()).isPresent();
        assertThat(rule.mustHold()).isEmpty();
        assertThat(rule.reads()).containsExactly("birth_date", "n_members");
        Frame frame = Frame.of(FORM.scope());
        for (boolean draft : List.of(true, false)) {
            frame.reset(draft, 2, null);
            frame.set("n_members", 0, Value.of(2));
            frame.set("birth_date", 0, Value.of(LocalDate.of(1980, 3, 1)));
            assertThat(rule.outcome(frame, 0)).isEqualTo(Outcome.UNDECIDED);
            frame.set("birth_date", 1, Value.of(Missing.NOT_ASKED));
            assertThat(rule.outcome(frame, 0)).isEqualTo(Outcome.NOT_APPLICABLE);
            frame.set("birth_date", 1, Value.of(LocalDate.of(2010, 3, 1)));
            assertThat(rule.outcome(frame, 0)).isEqualTo(Outcome.FAIL);
            frame.set("birth_date", 1, Value.of(LocalDate.of(2010, 3, 2)));
            assertThat(rule.outcome(frame, 0)).isEqualTo(Outcome.PASS);
        }
        assertThat(set.withForm(FORM).value()).isEqualTo(set);
        assertThat(Rules.read(FORM, set.toJson()).findings())
                .extracting(Finding::code)
                .containsExactly(RuleFinding.OPAQUE);
        assertThat(RuleSet.builder(FORM, "opaque", MESSAGE)
                        .rule(Rule.builder(RuleId.of("X-1"), MESSAGE)
                                .mustHold("${q4_1} = 1")
                                .opaque(new Birthdays(Level.HOUSEHOLD)))
                        .build()
                        .findings())
                .extracting(Finding::code)
                .containsExactly(RuleFinding.NEEDS_ONE);
    }

    @Test
    void brokenBytesAreFindings() {
        for (String json : Arrays.asList("", "{", "[]", "null", set("1"), set("{}"), set("").substring(40))) {
            Reading<RuleSet> reading = Rules.read(FORM, json);
            assertThat(reading.optional()).isEmpty();
            assertThat(reading.findings()).isNotEmpty();
        }
    }
}
