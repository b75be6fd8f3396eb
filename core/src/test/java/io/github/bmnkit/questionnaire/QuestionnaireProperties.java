package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class QuestionnaireProperties {
    private static final String REFERENCE = Forms.resource("bmn-2560.json");
    private static final String LABEL = "\"label\": {\"th\": \"ก\", \"en\": \"what is asked\"}";

    /** A mistake: what is added to a sound form, and the one finding that it must give. */
    private enum Fault {
        UNKNOWN_NAME(ExpressionFinding.UNKNOWN_NAME, integer("f1", "\"relevance\": \"${nowhere} = 1\"")),
        UNKNOWN_NAME_IN_CONSTRAINT(ExpressionFinding.UNKNOWN_NAME, integer("f2", "\"constraint\": \". > ${nowhere}\"")),
        NOT_A_CONDITION(ExpressionFinding.NOT_A_CONDITION, integer("f3", "\"required\": \"${n} + 1\"")),
        TYPES_DO_NOT_MEET(ExpressionFinding.INCOMPATIBLE, integer("f4", "\"relevance\": \"${t} = 1\"")),
        WRONG_RESULT(
                ExpressionFinding.WRONG_TYPE,
                question("f5", "CALCULATE", "\"result\": \"INTEGER\", \"calculation\": \"${t}\"")),
        CODE_OUTSIDE_LIST(ExpressionFinding.CODE_OUTSIDE_LIST, integer("f6", "\"relevance\": \"${yn} = 7\"")),
        SELECTED_OUTSIDE_LIST(
                ExpressionFinding.CODE_OUTSIDE_LIST, integer("f7", "\"relevance\": \"selected(${many}, '9')\"")),
        MEMBER_WITHOUT_ROSTER_FUNCTION(ExpressionFinding.WRONG_LEVEL, integer("f8", "\"relevance\": \"${age} > 1\"")),
        BROKEN_TEXT(ExpressionFinding.UNEXPECTED_END, integer("f9", "\"relevance\": \"${n} >\"")),
        CYCLE_OF_RELEVANCE(
                QuestionnaireFinding.CYCLE,
                integer("f10", "\"relevance\": \"${f11} = 1\""),
                integer("f11", "\"relevance\": \"${f10} = 1\"")),
        CYCLE_OF_CALCULATIONS(
                QuestionnaireFinding.CYCLE,
                question("f12", "CALCULATE", "\"result\": \"INTEGER\", \"calculation\": \"${f13} + 1\""),
                question("f13", "CALCULATE", "\"result\": \"INTEGER\", \"calculation\": \"${f14}\""),
                question("f14", "CALCULATE", "\"result\": \"INTEGER\", \"calculation\": \"1 - ${f12}\"")),
        CYCLE_OF_ONE(QuestionnaireFinding.CYCLE, integer("f15", "\"relevance\": \"${f15} = 1\"")),
        FORWARD(QuestionnaireFinding.FORWARD_REFERENCE, integer("f16", "\"relevance\": \"${last} = 1\"")),
        UNREACHABLE(QuestionnaireFinding.UNREACHABLE, integer("f17", "\"relevance\": \"1 = 2\"")),
        DUPLICATE(QuestionnaireFinding.DUPLICATE, integer("n", "\"unit\": \"persons\"")),
        ROSTER_AS_NAME(QuestionnaireFinding.DUPLICATE, integer("member", "\"unit\": \"persons\"")),
        BAD_NAME(QuestionnaireFinding.BAD_NAME, integer("f-18", "\"unit\": \"persons\"")),
        NO_TRANSLATION(
                QuestionnaireFinding.MISSING_TRANSLATION,
                "{\"name\": \"f19\", \"type\": \"INTEGER\", \"label\": {\"th\": \"ก\"}}"),
        BLANK_TRANSLATION(
                QuestionnaireFinding.MISSING_TRANSLATION, integer("f20", "\"hint\": {\"th\": \" \", \"en\": \"a\"}")),
        NO_SUCH_LIST(QuestionnaireFinding.UNKNOWN_LIST, question("f21", "SELECT_ONE", "\"list\": \"nowhere\"")),
        NO_LIST(QuestionnaireFinding.NEEDS_FIELD, question("f22", "SELECT_ONE", "\"required\": true")),
        NO_CALCULATION(QuestionnaireFinding.NEEDS_FIELD, question("f23", "CALCULATE", "\"result\": \"DATE\"")),
        LIST_OF_NUMBER(QuestionnaireFinding.FIELD_NOT_ALLOWED, integer("f24", "\"list\": \"yes_no\"")),
        REQUIRED_NOTE(QuestionnaireFinding.FIELD_NOT_ALLOWED, question("f25", "NOTE", "\"required\": true")),
        CHOICES_OF_OPEN_LIST(QuestionnaireFinding.CHOICES, question("f26", "SELECT_MULTIPLE", "\"list\": \"places\"")),
        WITHIN_ANOTHER_LIST(
                QuestionnaireFinding.WITHIN, question("f27", "SELECT_ONE", "\"list\": \"places\", \"within\": \"yn\"")),
        NOTE_AS_VALUE(QuestionnaireFinding.NO_VALUE, integer("f28", "\"relevance\": \"${note} = 1\""));

        private final FindingCode code;
        private final List<String> questions;

        Fault(FindingCode code, String... questions) {
            this.code = code;
            this.questions = List.of(questions);
        }
    }

    /** A mistake in a part that is not a question: what is replaced in a sound form. */
    private enum Slip {
        ROSTER_LIMITS(QuestionnaireFinding.ROSTER_LIMITS, "\"min\": 1, \"max\": 9", "\"min\": 10, \"max\": 9"),
        ROUNDS(QuestionnaireFinding.ROUNDS, "\"from\": 2560", "\"from\": 2566"),
        DUPLICATE_CODE(
                QuestionnaireFinding.DUPLICATE, code("0", "") + "]}", code("0", "") + ", " + code("0", "") + "]}"),
        DUPLICATE_LIST(QuestionnaireFinding.DUPLICATE, "\"id\": \"spare\"", "\"id\": \"yes_no\""),
        CODE_PARENT(QuestionnaireFinding.CODE_OUTSIDE_LIST, "\"parent\": \"1\"", "\"parent\": \"3\""),
        ATTRIBUTE_CODE(QuestionnaireFinding.CODE_OUTSIDE_LIST, "\"kind\": \"0\"", "\"kind\": \"2\""),
        ATTRIBUTE_NAME(QuestionnaireFinding.UNKNOWN_ATTRIBUTE, "\"size\": 7", "\"sise\": 7"),
        ATTRIBUTE_NUMBER(QuestionnaireFinding.ATTRIBUTE_VALUES, "\"size\": 7", "\"size\": \"big\""),
        PARENT_LIST(QuestionnaireFinding.UNKNOWN_LIST, "\"parent\": \"regions\"", "\"parent\": \"continents\""),
        LIST_ABOVE_ITSELF(
                QuestionnaireFinding.LIST_CYCLE, "\"id\": \"loop\"", "\"id\": \"loop\", \"parent\": \"loop\""),
        SOURCE(QuestionnaireFinding.UNKNOWN_SOURCE, "\"sources\": [\"s\"]", "\"sources\": [\"z\"]"),
        PARAMETER(QuestionnaireFinding.PARAMETER, "\"value\": 38000", "\"value\": 38000.5"),
        SECTION(QuestionnaireFinding.DUPLICATE, "\"id\": \"end\"", "\"id\": \"main\"");

        private final FindingCode code;
        private final String right;
        private final String wrong;

        Slip(FindingCode code, String right, String wrong) {
            this.code = code;
            this.right = right;
            this.wrong = wrong;
        }
    }

    private static String question(String name, String type, String more) {
        return "{\"name\": \"" + name + "\", \"type\": \"" + type + "\", " + LABEL + ", " + more + "}";
    }

    private static String integer(String name, String more) {
        return question(name, "INTEGER", more);
    }

    private static String code(String code, String more) {
        return "{\"code\": \"" + code + "\", " + LABEL + more + "}";
    }

    private static String sound(List<String> added) {
        List<String> main = new ArrayList<>(List.of(
                integer("n", "\"required\": true"),
                question("t", "TEXT", "\"personal\": true"),
                question("yn", "SELECT_ONE", "\"list\": \"yes_no\""),
                question("many", "SELECT_MULTIPLE", "\"list\": \"regions\""),
                integer("age", "\"level\": \"MEMBER\", \"constraint\": \". >= 0\""),
                question("note", "NOTE", "\"relevance\": \"${n} > ${line}\"")));
        main.addAll(added);
        return "{\"id\": \"f\", \"version\": \"1\", \"status\": \"DRAFT\", \"title\": {\"th\": \"ก\", \"en\": \"a\"},\n"
                + "\"rounds\": {\"from\": 2560, \"to\": 2564},\n"
                + "\"sources\": [{\"key\": \"s\", \"office\": {\"th\": \"ก\", \"en\": \"a\"}, \"date\": \"2020-01-01\","
                + " \"title\": {\"th\": \"ก\", \"en\": \"a\"}}],\n"
                + "\"roster\": {\"name\": \"member\", " + LABEL + ", \"min\": 1, \"max\": 9},\n"
                + "\"parameters\": [{\"name\": \"line\", " + LABEL + ", \"type\": \"INTEGER\", \"value\": 38000}],\n"
                + "\"lists\": [{\"id\": \"yes_no\", \"codes\": [" + code("1", "") + ", " + code("0", "") + "]},\n"
                + "{\"id\": \"regions\", \"codes\": [" + code("1", "") + ", " + code("2", "") + "]},\n"
                + "{\"id\": \"places\", \"open\": true, \"parent\": \"regions\", \"attributes\": [{\"name\": \"kind\", "
                + LABEL + ", \"list\": \"yes_no\"}, {\"name\": \"size\", " + LABEL + "}], \"codes\": ["
                + code("11", ", \"parent\": \"1\", \"attributes\": {\"kind\": \"0\", \"size\": 7}") + "]},\n"
                + "{\"id\": \"loop\"},\n{\"id\": \"spare\"}],\n"
                + "\"sections\": [{\"id\": \"main\", \"title\": {\"th\": \"ก\", \"en\": \"a\"}, \"sources\": [\"s\"], "
                + "\"questions\": [\n" + String.join(",\n", main) + "]},\n"
                + "{\"id\": \"end\", \"title\": {\"th\": \"ก\", \"en\": \"a\"}, \"questions\": ["
                + integer("last", "\"required\": true") + "]}]}";
    }

    @Example
    void theFormThatIsBrokenBelowIsSound() {
        assertThat(Forms.read(sound(List.of())).findings()).isEmpty();
    }

    @Property(tries = 300)
    void e05_aDefinitionWithMistakesDoesNotLoadAndAllAreListedAtOnce(
            @ForAll Set<Fault> faults, @ForAll Set<Slip> slips, @ForAll Random random) {
        Cases.met("several mistakes", faults.size() + slips.size() > 3);
        List<String> added = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Fault fault : faults) {
            added.addAll(fault.questions);
            expected.add(fault.code.id());
        }
        Collections.shuffle(added, random);
        String json = sound(added);
        Set<Slip> effective = new TreeSet<>(slips);
        if (effective.contains(Slip.ATTRIBUTE_NAME)) {
            effective.remove(Slip.ATTRIBUTE_NUMBER); // both change the same place
        }
        if (effective.contains(Slip.PARENT_LIST)) {
            effective.remove(Slip.CODE_PARENT); // no list to look the code up in
        }
        for (Slip slip : effective) {
            assertThat(json).contains(slip.right);
            json = json.replace(slip.right, slip.wrong);
            expected.add(slip.code.id());
        }
        Reading<Questionnaire> reading = Forms.read(json);
        assertThat(reading.optional().isPresent()).isEqualTo(expected.isEmpty());
        assertThat(reading.findings())
                .extracting(finding -> finding.code().id())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(reading.findings()).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPresent();
            assertThat(finding.place().column()).isPresent();
            assertThat(finding.place().pointer()).isPresent();
            assertThat(finding.message(Text.THAI)).doesNotContainPattern("(?<!\\$)\\{");
            assertThat(finding.message(Locale.ROOT)).doesNotContainPattern("(?<!\\$)\\{");
        });
        List<Integer> lines = reading.findings().stream()
                .map(finding -> finding.place().line().getAsInt())
                .toList();
        assertThat(lines).isSorted();
    }

    /** Every relevance of the shipped form stands in a line of its own. */
    @Property(tries = 60)
    void e05_mistakesInTheReferenceFormAreAllFoundInTheirLines(
            @ForAll @IntRange(min = 1, max = 12) int count, @ForAll Random random) {
        List<String> mistakes = List.of("${nowhere} = 1", "${consent} + 1 = 2", "${has_house_no} = 77", "1 = 2");
        String[] lines = REFERENCE.split("\n", -1);
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith("{\"name\"") && lines[i].contains("\"relevance\": \"")) {
                candidates.add(i);
            }
        }
        Collections.shuffle(candidates, random);
        Set<Integer> wrong = new TreeSet<>(candidates.subList(0, count));
        for (int i : wrong) {
            String mistake = mistakes.get(random.nextInt(mistakes.size()));
            lines[i] = lines[i].replaceFirst(
                    "\"relevance\": \"[^\"]*\"", Matcher.quoteReplacement("\"relevance\": \"" + mistake + "\""));
        }
        Reading<Questionnaire> reading = Forms.read(String.join("\n", lines));
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(finding -> finding.place().line().getAsInt() - 1)
                .containsAll(wrong);
    }

    /** The place of a finding within an expression is its place in the file. */
    @Example
    void thePlaceIsThatOfTheWrongPart() {
        String json = sound(List.of(integer("f", "\"relevance\": \"${n} = 1 and ${nowhere} = 1\"")));
        Finding finding = Forms.read(json).findings().get(0);
        String line = json.split("\n", -1)[finding.place().line().getAsInt() - 1];
        assertThat(line.substring(finding.place().column().getAsInt() - 1)).startsWith("${nowhere}");
        assertThat(finding.place().pointer()).hasValue("/sections/0/questions/6/relevance");
    }

    @Example
    void whatReadsABrokenQuestionIsNotReportedAgain() {
        List<Finding> findings = Forms.read(sound(List.of(
                        question("f", "SELECT_ONE", "\"list\": \"nowhere\""),
                        integer("g", "\"relevance\": \"${f} = 1\""))))
                .findings();
        assertThat(findings).extracting(Finding::code).containsExactly(QuestionnaireFinding.UNKNOWN_LIST);
    }

    @Example
    void aSectionIsReportedOnceForWhatItReads() {
        String json = sound(List.of())
                .replace("\"sources\": [\"s\"], \"questions\"", "\"relevance\": \"${last} = 1\", \"questions\"");
        assertThat(Forms.read(json).findings())
                .extracting(Finding::code)
                .containsExactly(QuestionnaireFinding.FORWARD_REFERENCE);
        String circle = sound(List.of())
                .replace("\"sources\": [\"s\"], \"questions\"", "\"relevance\": \"${n} = 1\", \"questions\"");
        assertThat(Forms.read(circle).findings()).extracting(Finding::code).containsExactly(QuestionnaireFinding.CYCLE);
    }

    @Example
    void aFormAboutMembersNeedsARoster() {
        String json = sound(List.of()).replaceFirst("\"roster\": .*\n", "");
        assertThat(Forms.read(json).findings())
                .extracting(Finding::code)
                .containsExactly(QuestionnaireFinding.NO_ROSTER);
    }

    @Example
    void numbersThatAreTooLongAreFoundAndNotWrittenOut() {
        for (String value : List.of("1E999999999", "1E-999999999")) {
            Reading<Questionnaire> reading = Forms.read(sound(List.of()).replace("38000", value));
            assertThat(reading.optional()).isEmpty();
            assertThat(reading.findings()).as(value).extracting(Finding::code).startsWith(DocumentFinding.JSON_NUMBER);
        }
        for (String value : List.of("1E18", "0.5", "9999999999999999999")) {
            assertThat(Forms.read(sound(List.of()).replace("38000", value)).findings())
                    .as(value)
                    .extracting(Finding::code)
                    .containsExactly(QuestionnaireFinding.PARAMETER);
        }
        assertThat(Forms.read(sound(List.of()).replace("38000", "0E9")).findings())
                .isEmpty();
        assertThat(Forms.read(sound(List.of()).replace("38000", "38E3")).findings())
                .isEmpty();
    }

    /** A chain that would overflow a stack, and a circle as long. */
    @Example
    void longChainsAreChecked() {
        List<String> chain = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            chain.add(integer("c" + i, "\"relevance\": \"${" + (i == 0 ? "n" : "c" + (i - 1)) + "} = 1\""));
        }
        assertThat(Forms.read(sound(chain)).findings()).isEmpty();
        chain.set(0, integer("c0", "\"relevance\": \"${c2999} = 1\""));
        assertThat(Forms.read(sound(chain)).findings())
                .extracting(Finding::code)
                .containsExactly(QuestionnaireFinding.CYCLE);
    }

    @Property(tries = 2_000)
    void oneChangedByteGivesAFindingAnotherFormOrTheSame(
            @ForAll @IntRange(min = 0, max = 100_000) int where, @ForAll("bytes") byte by) {
        byte[] bytes = sound(
                        List.of(question("x", "CALCULATE", "\"result\": \"INTEGER\", \"calculation\": \"${n} + 1\"")))
                .getBytes(UTF_8);
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[where % bytes.length] = by;
        Reading<Questionnaire> reading = Forms.read(changed);
        assertThat(reading.optional().isPresent()).isEqualTo(!reading.hasErrors());
        Cases.met("still a form", reading.optional().isPresent());
        Cases.met("no form", reading.optional().isEmpty());
        reading.optional()
                .ifPresent(form -> assertThat(Forms.read(form.toJson()).value()).isEqualTo(form));
    }

    @Provide
    Arbitrary<Byte> bytes() {
        Arbitrary<Byte> letters = Arbitraries.of("abcdefghijklmnopqrstuvwxyz0123456789 "
                .chars()
                .mapToObj(c -> (byte) c)
                .toList());
        return Arbitraries.frequencyOf(Tuple.of(3, letters), Tuple.of(1, Arbitraries.bytes()));
    }

    @Property(tries = 500)
    void oneChangedLetterInAnExpressionIsNeverAnException(
            @ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll("signs") char sign) {
        List<Integer> starts = new ArrayList<>();
        String json = Forms.documented("json");
        for (String field : List.of("\"calculation\": \"", "\"relevance\": \"", "\"constraint\": \"")) {
            for (int at = json.indexOf(field); at >= 0; at = json.indexOf(field, at + 1)) {
                starts.add(at + field.length());
            }
        }
        int start = starts.get(where % starts.size());
        int at = start + where / starts.size() % (json.indexOf('"', start) - start);
        Reading<Questionnaire> reading = Forms.read(json.substring(0, at) + sign + json.substring(at + 1));
        assertThat(reading.optional().isPresent()).isEqualTo(!reading.hasErrors());
    }

    @Provide
    Arbitrary<Character> signs() {
        return Arbitraries.of("()[]{}$.'=<>!+-*/0123456789aeq _"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
    }

    @Property(tries = 200)
    void readingWhatWasWrittenGivesTheSameForm(@ForAll @IntRange(min = 0, max = 40) int size, @ForAll Random random) {
        Questionnaire form = RandomForms.form(size, random);
        Questionnaire again = Forms.read(form.toJson()).value();
        assertThat(again).isEqualTo(form);
        assertThat(again.toJson()).isEqualTo(form.toJson());
    }

    @Example
    void theReferenceFormIsTheSameAfterWritingAndReading() {
        Questionnaire form = Questionnaires.bmn2560();
        assertThat(Forms.read(form.toJson()).value()).isEqualTo(form);
    }
}
