package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Explanation;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the result of an indicator comes about, and what is missing where it cannot be decided. It holds personal values,
 * which {@code toString} and {@link #text} hide, and {@link #textWithAnswers} shows.
 */
public final class IndicatorExplanation {
    /**
     * An answer that is missing.
     *
     * @param path the question and, for one of members, the member's key
     * @param reason why there is none
     */
    public record MissingAnswer(AnswerPath path, Missing reason) {
        /**
         * Checks that the parts are there.
         *
         * @param path the question and, for one of members, the member's key
         * @param reason why there is none
         */
        public MissingAnswer {
            requireNonNull(path, "path");
            requireNonNull(reason, "reason");
        }
    }

    /** What part of an indicator is explained. */
    public enum Part {
        /** Whether it is about the household. */
        APPLICABLE("เกี่ยวข้องหรือไม่", "applicable"),
        /** What the household must fulfil. */
        CRITERION("เกณฑ์", "criterion"),
        /** How many persons it is about. */
        BASE("จำนวนที่สำรวจ", "surveyed"),
        /** How many of them do not meet it. */
        NOT_MET("จำนวนที่ไม่ผ่าน", "not met");

        private final Text text;

        Part(String th, String en) {
            this.text = Text.of(th, en);
        }

        /**
         * Returns what to call this part.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /**
     * How one part of an indicator comes about.
     *
     * @param part which part
     * @param explanation the value of the part and of all its parts; it holds personal values
     */
    public record Step(Part part, Explanation explanation) {
        /**
         * Checks that the parts are there.
         *
         * @param part which part
         * @param explanation the value of the part and of all its parts
         */
        public Step {
            requireNonNull(part, "part");
            requireNonNull(explanation, "explanation");
        }
    }

    private final Indicator indicator;
    private final IndicatorResult result;
    private final List<MissingAnswer> missing;
    private final List<String> unsetParameters;
    private final List<Step> steps;

    private IndicatorExplanation(
            Indicator indicator,
            IndicatorResult result,
            List<MissingAnswer> missing,
            List<String> unsetParameters,
            List<Step> steps) {
        this.indicator = indicator;
        this.result = result;
        this.missing = List.copyOf(missing);
        this.unsetParameters = List.copyOf(unsetParameters);
        this.steps = List.copyOf(steps);
    }

    static IndicatorExplanation of(Compiled compiled, ResolvedHousehold household) {
        Frame frame = household.frame();
        IndicatorResult result = compiled.result(frame);
        List<Step> steps = new ArrayList<>();
        add(steps, Part.APPLICABLE, compiled.applicable, frame);
        if (compiled.unset.isEmpty()) {
            add(steps, Part.CRITERION, compiled.criterion, frame);
            add(steps, Part.BASE, compiled.base, frame);
            add(steps, Part.NOT_MET, compiled.personsNotMet, frame);
        }
        List<String> unset = result.outcome() == IndicatorOutcome.INCOMPLETE ? List.copyOf(compiled.unset) : List.of();
        return new IndicatorExplanation(
                compiled.indicator, result, MissingAnswers.of(compiled, result, household), unset, steps);
    }

    private static void add(List<Step> steps, Part part, @Nullable Formula formula, Frame frame) {
        if (formula != null) {
            steps.add(new Step(part, formula.explain(frame, 0)));
        }
    }

    /**
     * Returns what is explained.
     *
     * @return the indicator
     */
    public Indicator indicator() {
        return indicator;
    }

    /**
     * Returns what comes of it.
     *
     * @return the result
     */
    public IndicatorResult result() {
        return result;
    }

    /**
     * Returns the answers without which it cannot be decided, or its persons cannot be counted.
     *
     * @return the missing answers, in the order of the form; empty if nothing is missing
     */
    public List<MissingAnswer> missing() {
        return missing;
    }

    /**
     * Returns the parameters without which it cannot be decided.
     *
     * @return names of parameters that are not set for the round; empty if it is decided
     */
    public List<String> unsetParameters() {
        return unsetParameters;
    }

    /**
     * Tells whether the persons cannot be counted because their numbers do not fit the answers: more do not meet the
     * criterion than there are, or nobody although the household does not meet it.
     *
     * @return true if the outcome is decided, nothing is missing, and the persons are not counted
     */
    public boolean isContradictory() {
        return result.outcome().isDecided() && !result.isCounted() && missing.isEmpty();
    }

    /**
     * Returns how each part of the indicator comes about.
     *
     * @return the parts that the indicator has; without the criterion if a parameter is not set
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Says what came of the indicator and what is missing, without any answer.
     *
     * @param locale Thai, or else English
     * @return the lines
     */
    public String text(Locale locale) {
        StringBuilder out = new StringBuilder();
        out.append(indicator.number()).append(' ').append(indicator.title().in(locale));
        out.append(": ").append(result.outcome().text().in(locale)).append('\n');
        if (result.isCounted() && indicator.unit() == Indicator.Unit.PERSON) {
            Text counts = Text.of(
                    "สำรวจ " + result.surveyed() + " คน ผ่าน " + result.met() + " คน ไม่ผ่าน " + result.notMet()
                            + " คน",
                    "persons surveyed: " + result.surveyed() + ", met: " + result.met() + ", not met: "
                            + result.notMet());
            line(out, counts.in(locale));
        }
        for (MissingAnswer each : missing) {
            line(out, each.path() + ": " + each.reason().text().in(locale));
        }
        for (String name : unsetParameters) {
            line(
                    out,
                    name + ": "
                            + Text.of("ยังไม่กำหนดค่าสำหรับรอบนี้", "not set for this round")
                                    .in(locale));
        }
        if (isContradictory()) {
            line(
                    out,
                    Text.of("จำนวนคนขัดกับคำตอบ", "the numbers of persons contradict the answers")
                            .in(locale));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append("  ").append(text).append('\n');
    }

    /**
     * Says the same, then each part with the answers that it rests on. They are personal, so this is only for who may see
     * them.
     *
     * @param locale Thai, or else English
     * @return the lines
     */
    public String textWithAnswers(Locale locale) {
        StringBuilder out = new StringBuilder(text(locale));
        for (Step step : steps) {
            out.append(step.part().text().in(locale)).append(":\n");
            step.explanation().text(locale).lines().forEach(each -> line(out, each));
        }
        return out.toString();
    }

    /** Returns number and outcome. */
    @Override
    public String toString() {
        return "IndicatorExplanation[" + indicator.number() + ", " + result.outcome() + "]";
    }
}
