package io.github.bmnkit.validation;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Explanation;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What came of every edit of one household: an outcome for each, and findings for what did not pass. It holds no answer;
 * texts with values are made from a finding and the response in hand.
 *
 * <p>Where a rule fails that refines a check of the form, its finding stands for that check's, which has none and is not
 * counted.
 */
public final class ValidationReport {
    /** Is given outcomes one by one. */
    @FunctionalInterface
    public interface OutcomeVisitor {
        /**
         * Takes an outcome.
         *
         * @param edit the place of the edit in {@link HouseholdValidator#edits}
         * @param row the member's row, from 0; 0 for an edit of the household
         * @param outcome what came of it
         */
        void visit(int edit, int row, Outcome outcome);
    }

    private final EditPlan plan;
    private final HouseholdId household;
    private final List<Integer> members;
    private final boolean draft;
    private final @Nullable LocalDate today;
    private final Evaluation evaluation;

    ValidationReport(
            EditPlan plan,
            HouseholdId household,
            List<Integer> members,
            boolean draft,
            @Nullable LocalDate today,
            Evaluation evaluation) {
        this.plan = plan;
        this.household = household;
        this.members = List.copyOf(members);
        this.draft = draft;
        this.today = today;
        this.evaluation = evaluation;
    }

    /**
     * Returns whose answers were checked.
     *
     * @return the id of the household
     */
    public HouseholdId household() {
        return household;
    }

    /**
     * Tells whether the answers may still change, so that what is not answered is not answered yet.
     *
     * @return true for a draft
     */
    public boolean isDraft() {
        return draft;
    }

    /**
     * Tells whether no hard edit fails and no rule broke. Soft edits may fail, and edits may be undecided.
     *
     * @return true if there is no finding of the severity {@link Severity#ERROR}
     */
    public boolean isAcceptable() {
        byte failed = Evaluation.code(Outcome.FAIL);
        for (int at = evaluation.next(failed, 0); at >= 0; at = evaluation.next(failed, at + 1)) {
            if (edit(at).code().severity() == Severity.ERROR) {
                return false;
            }
        }
        return evaluation.next(Evaluation.code(Outcome.ENGINE_FAULT), 0) < 0;
    }

    /**
     * Returns what did not pass: edits that failed or broke, those of the household first, then those of each member.
     *
     * @return the findings; none holds an answer
     */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(findings(Outcome.FAIL));
        findings.addAll(findings(Outcome.ENGINE_FAULT));
        return List.copyOf(findings);
    }

    /**
     * Returns a finding for each edit with an outcome, such as those that are undecided.
     *
     * @param outcome the outcome
     * @return the findings, those of the household first, then those of each member
     */
    public List<Finding> findings(Outcome outcome) {
        byte code = Evaluation.code(requireNonNull(outcome, "outcome"));
        List<Finding> findings = new ArrayList<>();
        for (int at = evaluation.next(code, 0); at >= 0; at = evaluation.next(code, at + 1)) {
            int row = at < plan.ofHousehold.length ? 0 : (at - plan.ofHousehold.length) / plan.ofMember.length;
            findings.add(finding(edit(at), outcome, at, row));
        }
        return List.copyOf(findings);
    }

    private Finding finding(Edit edit, Outcome outcome, int at, int row) {
        Place place = Place.nowhere().withPointer(pointer(edit, row));
        if (edit.level() == Level.MEMBER) {
            place = place.withMember(members.get(row));
        }
        if (outcome == Outcome.ENGINE_FAULT) {
            return new Finding(ValidationFinding.ENGINE_FAULT, Severity.ERROR, outcome, place, Map.of())
                    .with("rule", edit.code().id())
                    .with("fault", requireNonNull(evaluation.faults.get(at)));
        }
        Finding finding = new Finding(edit.code(), edit.code().severity(), outcome, place, Map.of());
        return edit.isRule() ? finding : finding.with("question", label(edit));
    }

    private String pointer(Edit edit, int row) {
        String start = edit.level() == Level.MEMBER ? "/members/" + row : "";
        Item about = edit.about();
        if (about == null) {
            return edit.level() == Level.MEMBER ? start : edit instanceof Edit.OfRoster ? "/members" : "";
        }
        return (about.level() == Level.MEMBER ? start : "") + "/answers/" + about.name();
    }

    private Text label(Edit edit) {
        Item about = edit.about();
        return about == null
                ? plan.form.roster().orElseThrow().label()
                : about.question().label();
    }

    /**
     * Returns what came of a rule of the household, or of a rule across households, which is undecided here: it needs a
     * batch.
     *
     * @param rule the id of the rule
     * @return the outcome
     * @throws IllegalArgumentException if no such rule was evaluated
     */
    public Outcome outcome(RuleId rule) {
        return plan.isAcrossHouseholds(rule) ? Outcome.UNDECIDED : outcome(rule.value(), OptionalInt.empty());
    }

    /**
     * Returns what came of a rule for one member.
     *
     * @param rule the id of the rule
     * @param member the member's key
     * @return the outcome
     * @throws IllegalArgumentException if no such rule was evaluated for such a member
     */
    public Outcome outcome(RuleId rule, int member) {
        return outcome(rule.value(), OptionalInt.of(member));
    }

    /**
     * Returns what came of a check that the form makes of a question of the household.
     *
     * @param check the id of the check
     * @return the outcome, whether or not a rule stands for it
     * @throws IllegalArgumentException if no such check was made
     */
    public Outcome outcome(CheckId check) {
        return outcome(check.toString(), OptionalInt.empty());
    }

    /**
     * Returns what came of a check that the form makes of a question of members.
     *
     * @param check the id of the check
     * @param member the member's key
     * @return the outcome, whether or not a rule stands for it
     * @throws IllegalArgumentException if no such check was made of such a member
     */
    public Outcome outcome(CheckId check, int member) {
        return outcome(check.toString(), OptionalInt.of(member));
    }

    private Outcome outcome(String id, OptionalInt member) {
        int place = plan.place(id);
        Edit[] edits = member.isPresent() ? plan.ofMember : plan.ofHousehold;
        int row = member.isPresent() ? members.indexOf(member.getAsInt()) : 0;
        if (place < 0
                || place >= edits.length
                || row < 0
                || !edits[place].code().id().equals(id)) {
            throw new IllegalArgumentException(
                    "not evaluated: " + id + (member.isPresent() ? " of member " + member.getAsInt() : ""));
        }
        return evaluation.outcome(member.isPresent() ? plan.at(place, row) : place);
    }

    /**
     * Goes through what {@link #counts()} counts without making findings: for those who count many households.
     *
     * @param visitor is given every outcome, those of the household first, then those of each member
     */
    public void forEachOutcome(OutcomeVisitor visitor) {
        int ofHousehold = plan.ofHousehold.length;
        for (int at = 0; at < evaluation.outcomes.length; at++) {
            if (!evaluation.stoodFor.get(at)) {
                int ofMember = Math.max(0, at - ofHousehold);
                boolean isHousehold = at < ofHousehold;
                int row = isHousehold ? 0 : ofMember / plan.ofMember.length;
                int edit = isHousehold ? at : ofHousehold + ofMember % plan.ofMember.length;
                visitor.visit(edit, row, evaluation.outcome(at));
            }
        }
    }

    /**
     * Returns how many edits came to which outcome, each member counted. Checks for which a rule stands are left out.
     *
     * @return the counts
     */
    public OutcomeCounts counts() {
        return count(null);
    }

    /**
     * Returns how many edits of a severity came to which outcome, each member counted.
     *
     * @param severity the severity
     * @return the counts
     */
    public OutcomeCounts counts(Severity severity) {
        return count(requireNonNull(severity, "severity"));
    }

    private OutcomeCounts count(@Nullable Severity severity) {
        long[] counts = new long[Outcome.values().length];
        for (int at = 0; at < evaluation.outcomes.length; at++) {
            if ((severity == null || edit(at).code().severity() == severity) && !evaluation.stoodFor.get(at)) {
                counts[evaluation.outcomes[at]]++;
            }
        }
        // In the order of the codes.
        return new OutcomeCounts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    private Edit edit(int at) {
        int household = plan.ofHousehold.length;
        return at < household ? plan.ofHousehold[at] : plan.ofMember[(at - household) % plan.ofMember.length];
    }

    /**
     * Says where a finding is, for people.
     *
     * @param finding one of this report
     * @param locale Thai, or else English
     * @return the member's position and the question, such as {@code สมาชิกคนที่ 3 > อายุ}
     */
    public String where(Finding finding, Locale locale) {
        List<String> parts = new ArrayList<>();
        OptionalInt member = finding.place().member();
        if (member.isPresent()) {
            int position = members.indexOf(member.getAsInt()) + 1;
            parts.add(Text.of("สมาชิกคนที่ " + position, "Member " + position).in(locale));
        }
        String pointer = finding.place().pointer().orElse("");
        plan.form
                .item(pointer.substring(pointer.lastIndexOf('/') + 1))
                .ifPresent(item -> parts.add(item.question().label().in(locale)));
        return String.join(" > ", parts);
    }

    /**
     * Says a finding with the values that it is about. They may be personal: this is for who may see them.
     *
     * @param finding one of this report
     * @param response the response that was checked
     * @param locale Thai, or else English
     * @return the message
     * @throws IllegalArgumentException if the response is another household's
     */
    public String message(Finding finding, HouseholdResponse response, Locale locale) {
        if (!(finding.code() instanceof Rule rule)) {
            return finding.message(locale);
        }
        ResolvedHousehold resolved = resolve(response);
        int row = row(finding);
        return rule.message(
                locale,
                name -> (rule.readsStoredAnswers() ? resolved.storedView() : resolved.frame())
                        .get(name, row)
                        .text(locale));
    }

    /**
     * Explains how a finding came about: the value of every part of the condition. It holds values that may be personal.
     *
     * @param finding one of this report
     * @param response the response that was checked
     * @return the explanation of what must hold; empty if no expression decided it
     * @throws IllegalArgumentException if the response is another household's
     */
    public Optional<Explanation> explain(Finding finding, HouseholdResponse response) {
        ResolvedHousehold resolved = resolve(response);
        int row = row(finding);
        if (finding.code() instanceof Rule rule) {
            return rule.mustHold()
                    .map(formula ->
                            formula.explain(rule.readsStoredAnswers() ? resolved.storedView() : resolved.frame(), row));
        }
        if (!(finding.code() instanceof Edit.Derived derived)) {
            return Optional.empty();
        }
        return plan.form
                .item(derived.check().question())
                .flatMap(item -> switch (derived.check().check()) {
                    case RELEVANCE -> item.relevance();
                    case REQUIRED -> item.required();
                    case CONSTRAINT -> item.constraint();
                    case CLAIM -> item.calculation();
                    case TYPE, CODE_LIST, ROSTER -> Optional.empty();
                })
                .map(formula -> formula.explain(resolved.frame(), row));
    }

    /**
     * Notes that somebody accepts what a soft edit found.
     *
     * @param finding one of this report: a rule of the severity {@link Severity#WARNING} that failed
     * @param response the response that was checked
     * @param reason why it is so; not blank
     * @param by who accepts
     * @param role as what, in the host's words
     * @param at when
     * @return the acceptance, to be kept with the response
     * @throws IllegalArgumentException if the finding is none of a soft edit, or the response is another household's
     */
    public SoftEditAcceptance accept(
            Finding finding, HouseholdResponse response, String reason, ActorId by, String role, Instant at) {
        if (!(finding.code() instanceof Rule rule)
                || finding.severity() != Severity.WARNING
                || finding.outcome() != Outcome.FAIL) {
            throw new IllegalArgumentException("only a soft edit that failed can be accepted: " + finding);
        }
        String digest = WhatARuleRead.digest(rule, resolve(response), row(finding));
        return new SoftEditAcceptance(
                rule.ruleId(),
                plan.rules.coordinate(),
                finding.place().member().orElse(0),
                reason,
                by,
                role,
                at,
                digest);
    }

    /**
     * Returns what still asks for an answer: the findings without those that were accepted. An acceptance that lapsed
     * counts for nothing.
     *
     * @param response the response that was checked
     * @param acceptances what was accepted
     * @return the findings
     * @throws IllegalArgumentException if the response is another household's
     */
    public List<Finding> findings(HouseholdResponse response, Collection<SoftEditAcceptance> acceptances) {
        ResolvedHousehold resolved = resolve(response);
        return findings().stream()
                .filter(finding -> acceptances.stream().noneMatch(each -> covers(each, finding, resolved)))
                .toList();
    }

    private boolean covers(SoftEditAcceptance acceptance, Finding finding, ResolvedHousehold resolved) {
        return finding.code() instanceof Rule rule
                && finding.severity() == Severity.WARNING
                && rule.ruleId().equals(acceptance.rule())
                && finding.place().member().orElse(0) == acceptance.member()
                && plan.rules.coordinate().equals(acceptance.rules())
                && WhatARuleRead.digest(rule, resolved, row(finding)).equals(acceptance.digest());
    }

    /**
     * Writes the report as JSON: household, form, rules, counts by severity, and the findings with code, severity,
     * pointer, member and text, masked.
     *
     * @param locale the language of the texts: Thai, or else English
     * @return the JSON, in one line
     */
    public String toJson(Locale locale) {
        return ReportJson.report(this, plan, locale);
    }

    /**
     * Writes the findings as problem details for an HTTP answer (RFC 9457), with {@code errors} as an extension: code,
     * severity, pointer into the document, member and text, masked.
     *
     * @param locale the language of the texts: Thai, or else English
     * @return the JSON, in one line, of the media type {@code application/problem+json}
     */
    public String toProblemDetails(Locale locale) {
        return ReportJson.problem(this, locale);
    }

    private int row(Finding finding) {
        return finding.place().member().isPresent()
                ? members.indexOf(finding.place().member().getAsInt())
                : 0;
    }

    private ResolvedHousehold resolve(HouseholdResponse response) {
        if (!response.household().equals(household) || !response.members().equals(members)) {
            throw new IllegalArgumentException("not the response that was checked: " + response);
        }
        ResolvedHousehold resolved = ResolvedHousehold.of(plan.form);
        resolved.resolve(response, draft, today);
        return resolved;
    }

    /** Two reports are equal if household, members and all outcomes are, under the same form and rules. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValidationReport that
                && household.equals(that.household)
                && members.equals(that.members)
                && draft == that.draft
                && evaluation.equals(that.evaluation)
                && plan.rules.equals(that.plan.rules);
    }

    @Override
    public int hashCode() {
        return 31 * household.hashCode() + evaluation.hashCode();
    }

    /** Shows the household and how much did not pass. */
    @Override
    public String toString() {
        return "ValidationReport[" + household + ", " + counts() + "]";
    }
}
