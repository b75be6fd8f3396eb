package io.github.bmnkit.validation;

import static io.github.bmnkit.testing.Responses.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleSet;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HouseholdValidatorProperties {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());

    private static HouseholdResponse response(int members, Random random) {
        return random.nextBoolean() ? Responses.any(FORM, members, random) : Responses.valid(FORM, members, random);
    }

    @Property(tries = 60)
    void f1_anInterviewStepByStepHasTheSameFindingsAsTheWholeDraft(@ForAll Random random) {
        Interview interview = Interview.resume(response(1 + random.nextInt(3), random), TODAY);
        InterviewValidation step = VALIDATOR.incremental(interview);
        boolean fixed = false;
        for (int i = 0; i < 6; i++) {
            interview = change(interview, random);
            Set<String> before = ids(step.report());
            step = step.next(interview);
            ValidationReport whole = VALIDATOR.validateDraft(interview.draft(), TODAY);
            assertThat(step.report()).isEqualTo(whole);
            assertThat(step.report().findings()).isEqualTo(whole.findings());
            fixed |= !ids(whole).containsAll(before);
        }
        Cases.met("a finding went away", fixed);
    }

    private static Set<String> ids(ValidationReport report) {
        return report.findings().stream().map(finding -> finding.code().id()).collect(Collectors.toSet());
    }

    private static Interview change(Interview interview, Random random) {
        int what = random.nextInt(12);
        if (what == 0) {
            return interview.addMember();
        }
        if (what == 1 && interview.members().size() > 1) {
            return interview.removeMember(interview.members().get(0));
        }
        HouseholdResponse other = Responses.any(FORM, 1, random);
        List<AnswerPath> paths = other.answered().stream()
                .filter(path ->
                        FORM.item(path.question()).orElseThrow().calculation().isEmpty())
                .toList();
        AnswerPath from = paths.get(random.nextInt(paths.size()));
        AnswerPath to = from.member() == 0
                ? from
                : AnswerPath.of(from.question(), interview.members().get(0));
        return interview.answer(to, random.nextInt(4) == 0 ? Value.of(Missing.NOT_ANSWERED) : other.answer(from));
    }

    @Property(tries = 60)
    void f1_aResolvedHouseholdHasTheFindingsOfItsResponse(
            @ForAll boolean draft, @ForAll @IntRange(max = 4) int members, @ForAll Random random) {
        HouseholdResponse response = response(members, random);
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        household.resolve(response, draft, TODAY);
        assertThat(VALIDATOR.validate(household))
                .isEqualTo(draft ? VALIDATOR.validateDraft(response, TODAY) : VALIDATOR.validate(response, TODAY));
    }

    @Property(tries = 60)
    void f2_theOrderOfMembersChangesNothingButWhatReadsAPosition(@ForAll Random random) {
        HouseholdResponse response = response(3, random);
        List<Integer> keys = response.members();
        HouseholdResponse turned = response.edit().moveMember(keys.get(1), 3).build();
        Set<String> readsPosition = VALIDATOR.rules().rules().stream()
                .filter(rule -> rule.mustHold().map(f -> f.reads().position()).orElse(false))
                .map(Rule::id)
                .collect(Collectors.toSet());
        // The head is the first member, and the first spouse counts, so this moves neither.
        assertThat(outcomes(VALIDATOR.validate(turned, TODAY), readsPosition))
                .isEqualTo(outcomes(VALIDATOR.validate(response, TODAY), readsPosition));
    }

    @Property(tries = 30)
    void f2_theOrderOfRulesChangesNothing(@ForAll Random random) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode set = (ObjectNode) mapper.readTree(RuleSets.bmn2560().toJson());
        List<JsonNode> rules = new ArrayList<>();
        set.get("rules").forEach(rules::add);
        Collections.shuffle(rules, random);
        set.putArray("rules").addAll(rules);
        RuleSet turned = RuleSet.read(FORM, new ByteArrayInputStream(mapper.writeValueAsBytes(set)))
                .value();
        HouseholdResponse response = response(2, random);
        ValidationReport expected = VALIDATOR.validate(response, TODAY);
        ValidationReport report = HouseholdValidator.of(FORM, turned).validate(response, TODAY);
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNDECIDED)) {
            assertThat(said(report, outcome)).containsExactlyInAnyOrderElementsOf(said(expected, outcome));
        }
        assertThat(report.counts()).isEqualTo(expected.counts());
        Cases.met(
                "the findings come in another order",
                !said(report, Outcome.FAIL).equals(said(expected, Outcome.FAIL)));
    }

    private static List<String> said(ValidationReport report, Outcome outcome) {
        return report.findings(outcome).stream()
                .map(finding -> finding.code().id() + finding.place() + finding.message(Locale.ENGLISH))
                .toList();
    }

    /** A session keeps its working memory from one household to the next, and nothing else. */
    @Property(tries = 30)
    void f2_theOrderOfHouseholdsChangesNothing(@ForAll Random random) {
        List<HouseholdResponse> responses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            responses.add(response(1 + random.nextInt(4), random));
        }
        List<HouseholdResponse> turned = new ArrayList<>(responses);
        Collections.shuffle(turned, random);
        ValidationSession session = VALIDATOR.session();
        ValidationSession other = VALIDATOR.session();
        Map<HouseholdResponse, ValidationReport> reports = new IdentityHashMap<>();
        responses.forEach(response -> reports.put(response, session.validate(response, false, TODAY)));
        for (HouseholdResponse response : turned) {
            ValidationReport report = other.validate(response, false, TODAY);
            assertThat(report).isEqualTo(reports.get(response));
            assertThat(report.findings()).isEqualTo(reports.get(response).findings());
        }
        Cases.met("another order", !turned.equals(responses));
    }

    private static Set<String> outcomes(ValidationReport report, Set<String> but) {
        return report.findings().stream()
                .filter(finding -> !but.contains(finding.code().id()))
                .filter(finding -> !reads(finding, "spouse_age") && !reads(finding, "member_no"))
                .map(finding -> finding.code().id() + finding.place().member())
                .collect(Collectors.toSet());
    }

    private static boolean reads(Finding finding, String name) {
        return finding.code().id().startsWith(name + ":")
                || (finding.code() instanceof Rule rule && rule.reads().contains(name));
    }

    @Property(tries = 60)
    void f5_noAnswerIsSeenUnlessItIsAskedFor(@ForAll Random random) {
        String secret = "ลับเฉพาะ" + random.nextInt(1_000_000);
        HouseholdResponse.Builder builder = response(2, random).edit();
        for (AnswerPath path : builder.build().answered()) {
            if (FORM.question(path.question()).orElseThrow().personal()) {
                builder.answer(path, Value.text(secret));
            }
        }
        HouseholdResponse response = builder.build();
        ValidationReport report = VALIDATOR.validate(response, TODAY);
        boolean shown = false;
        for (Finding finding : report.findings()) {
            assertThat(finding.toString()).doesNotContain(secret);
            assertThat(finding.message(Text.THAI)).doesNotContain(secret);
            assertThat(report.where(finding, Text.THAI)).doesNotContain(secret);
            shown |= report.message(finding, response, Locale.ENGLISH).contains(secret)
                    || report.explain(finding, response)
                            .map(explanation -> explanation.text(Locale.ENGLISH).contains(secret))
                            .orElse(false);
        }
        assertThat(report.toString()).doesNotContain(secret);
        Cases.met("shown to who asks", shown);
    }

    @Property(tries = 60)
    void aReportCountsEveryEditOnceAndFindsWhatDidNotPass(
            @ForAll @IntRange(min = 1, max = 5) int members, @ForAll Random random) {
        HouseholdResponse response = response(members, random);
        ValidationReport report = VALIDATOR.validate(response, TODAY);
        assertThat(report.counts().failed())
                .isEqualTo(report.findings(Outcome.FAIL).size());
        assertThat(report.counts().undecided())
                .isEqualTo(report.findings(Outcome.UNDECIDED).size());
        assertThat(report.counts().engineFaults()).isZero();
        long soft = report.counts(Severity.WARNING).total();
        long hard = report.counts(Severity.ERROR).total();
        assertThat(soft + hard).isEqualTo(report.counts().total());
        assertThat(report.isAcceptable())
                .isEqualTo(report.counts(Severity.ERROR).failed() == 0);
        report.findings()
                .forEach(finding -> assertThat(report.where(finding, Text.THAI)).isNotNull());
        Cases.met("soft edits fail", report.counts(Severity.WARNING).failed() > 0);
        Cases.met("undecided", report.counts().undecided() > 0);
    }

    @Property(tries = 40)
    void partsOfAValidatorSayTheSameAsTheWhole(@ForAll Random random) {
        HouseholdResponse response = response(2, random);
        ValidationReport whole = VALIDATOR.validate(response, TODAY);
        Set<String> sections = Set.of("members", "health");
        ValidationReport part = VALIDATOR.onlySections(sections).validate(response, TODAY);
        assertThat(ids(part)).isSubsetOf(ids(whole));
        Rule rule = VALIDATOR.rules().rules().stream()
                .filter(each -> each.across().isEmpty())
                .skip(random.nextInt(300))
                .findFirst()
                .orElseThrow();
        ValidationReport one = VALIDATOR.onlyRules(Set.of(rule.ruleId())).validate(response, TODAY);
        Set<String> its = ids(whole);
        its.retainAll(Set.of(rule.id()));
        assertThat(ids(one)).isEqualTo(its);
    }
}
