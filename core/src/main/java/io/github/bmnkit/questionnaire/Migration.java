package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.InputStream;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of stored answers when a form takes the place of another: data, written by whoever changes the form. Only
 * what would break is named; all other answers are carried over as they are. {@link #plan} checks it against both forms.
 */
public final class Migration {
    private final FormVersion from;
    private final FormVersion to;
    private final List<Step> steps;
    private final List<Place> places;

    Migration(FormVersion from, FormVersion to, List<Step> steps, List<Place> places) {
        this.from = from;
        this.to = to;
        this.steps = List.copyOf(steps);
        this.places = List.copyOf(places);
    }

    /**
     * A form in one version.
     *
     * @param form the id of the form
     * @param version its version
     */
    public record FormVersion(String form, String version) {
        /**
         * Checks that both are there.
         *
         * @param form the id of the form
         * @param version its version
         */
        public FormVersion {
            requireNonNull(form, "form");
            requireNonNull(version, "version");
        }

        static FormVersion of(Questionnaire form) {
            return new FormVersion(form.id(), form.version());
        }

        /** Returns id and version with a blank between them. */
        @Override
        public String toString() {
            return form + " " + version;
        }
    }

    /**
     * A positive number by which answers are multiplied, exactly.
     *
     * @param numerator from 1
     * @param denominator from 1
     */
    public record Factor(long numerator, long denominator) {
        /**
         * Checks that both are positive.
         *
         * @param numerator from 1
         * @param denominator from 1
         * @throws IllegalArgumentException if not
         */
        public Factor {
            if (numerator < 1 || denominator < 1) {
                throw new IllegalArgumentException("not a positive factor: " + numerator + "/" + denominator);
            }
        }

        /** Returns the factor as {@code 1/12}, or as a whole number. */
        @Override
        public String toString() {
            return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
        }
    }

    /**
     * What becomes of the answers to one question.
     *
     * @param question the question of the older form
     * @param to the question of the newer form; null for the one of the same name
     * @param drop whether the answers are given up; then nothing else is said
     * @param codes what codes are called now; codes that are not named stay
     * @param droppedCodes codes that are given up
     * @param factor what numbers are multiplied by, since the unit is another; null for nothing
     * @param rounding how numbers are rounded that have too many digits; null if these are given up
     */
    public record Step(
            String question,
            @Nullable String to,
            boolean drop,
            Map<String, String> codes,
            Set<String> droppedCodes,
            @Nullable Factor factor,
            @Nullable RoundingMode rounding) {
        /**
         * Copies the codes.
         *
         * @param question the question of the older form
         * @param to the question of the newer form; null for the one of the same name
         * @param drop whether the answers are given up; then nothing else is said
         * @param codes what codes are called now; codes that are not named stay
         * @param droppedCodes codes that are given up
         * @param factor what numbers are multiplied by; null for nothing
         * @param rounding how numbers are rounded that have too many digits; null if these are given up
         */
        public Step {
            requireNonNull(question, "question");
            codes = Collections.unmodifiableMap(new TreeMap<>(codes));
            droppedCodes = Collections.unmodifiableSet(new TreeSet<>(droppedCodes));
        }

        /**
         * Returns a step that gives the answers up.
         *
         * @param question the question of the older form
         * @return the step
         */
        public static Step drop(String question) {
            return new Step(question, null, true, Map.of(), Set.of(), null, null);
        }

        /**
         * Returns a step that carries the answers over to another name.
         *
         * @param question the question of the older form
         * @param to the question of the newer form
         * @return the step
         */
        public static Step rename(String question, String to) {
            return new Step(question, requireNonNull(to, "to"), false, Map.of(), Set.of(), null, null);
        }

        /**
         * Returns a step that keeps the name, to be completed with what is to be done.
         *
         * @param question the question of both forms
         * @return the step
         */
        public static Step keep(String question) {
            return new Step(question, null, false, Map.of(), Set.of(), null, null);
        }

        /**
         * Returns this step with one more code that has another name.
         *
         * @param older the code of the older form
         * @param newer the code of the newer form
         * @return the step
         */
        public Step withCode(String older, String newer) {
            Map<String, String> more = new TreeMap<>(codes);
            more.put(requireNonNull(older, "older"), requireNonNull(newer, "newer"));
            return new Step(question, to, drop, more, droppedCodes, factor, rounding);
        }

        /**
         * Returns this step with one more code that is given up.
         *
         * @param older the code of the older form
         * @return the step
         */
        public Step withoutCode(String older) {
            Set<String> more = new TreeSet<>(droppedCodes);
            more.add(requireNonNull(older, "older"));
            return new Step(question, to, drop, codes, more, factor, rounding);
        }

        /**
         * Returns this step with a conversion to another unit.
         *
         * @param numerator from 1
         * @param denominator from 1
         * @return the step
         * @throws IllegalArgumentException if one of them is not positive
         */
        public Step times(long numerator, long denominator) {
            return new Step(question, to, drop, codes, droppedCodes, new Factor(numerator, denominator), rounding);
        }

        /**
         * Returns this step with a rounding.
         *
         * @param mode how numbers are rounded that have too many digits
         * @return the step
         */
        public Step rounded(RoundingMode mode) {
            return new Step(question, to, drop, codes, droppedCodes, factor, requireNonNull(mode, "mode"));
        }
    }

    /** Why an answer is not carried over. */
    public enum Reason {
        /** The migration gives up the answers to this question. */
        DROPPED("เลิกใช้คำตอบของข้อนี้", "the answers to this question are given up"),
        /** The migration gives up this code. */
        CODE_DROPPED("เลิกใช้รหัสนี้", "this code is given up"),
        /** The newer list does not have the code. */
        UNKNOWN_CODE("รายการใหม่ไม่มีรหัสนี้", "the newer list does not have this code"),
        /** The number has too many digits, and no rounding is declared. */
        INEXACT("มีทศนิยมเกินและไม่ได้กำหนดการปัดเศษ", "the number does not fit without rounding"),
        /** The number is too large. */
        OUT_OF_RANGE("จำนวนมากเกินไป", "the number is out of range"),
        /** The newer question does not let the informant refuse. */
        NOT_REFUSABLE("ข้อใหม่ปฏิเสธไม่ได้", "the newer question cannot be refused"),
        /** It is calculated anew. */
        CALCULATED("เป็นค่าที่คำนวณใหม่", "it is calculated anew"),
        /** The value is none that the older question takes. */
        WRONG_TYPE("ค่าไม่ตรงกับชนิดของข้อเดิม", "the value is none that the older question takes");

        private final Text text;

        Reason(String th, String en) {
            this.text = Text.of(th, en);
        }

        /**
         * Returns the reason in words.
         *
         * @return the words
         */
        public Text text() {
            return text;
        }
    }

    /** What becomes of one answer. */
    public sealed interface Outcome {
        /**
         * The answer stays, perhaps to another question and as another value.
         *
         * @param question the question of the newer form
         * @param value what to store, or why there is no value
         */
        record Carried(String question, Value value) implements Outcome {
            /**
             * Checks that both are there.
             *
             * @param question the question of the newer form
             * @param value what to store, or why there is no value
             */
            public Carried {
                requireNonNull(question, "question");
                requireNonNull(value, "value");
            }
        }

        /**
         * The answer is given up.
         *
         * @param reason why
         */
        record NotCarried(Reason reason) implements Outcome {
            /**
             * Checks that the reason is there.
             *
             * @param reason why
             */
            public NotCarried {
                requireNonNull(reason, "reason");
            }
        }
    }

    /** A migration that was checked against both forms: a pure function of one answer, in no order. */
    public static final class Plan {
        private final Map<String, MigrationRoute> routes;

        Plan(Map<String, MigrationRoute> routes) {
            this.routes = routes;
        }

        /**
         * Says what becomes of an answer. Of an answer of a member the member stays the same.
         *
         * @param question the question of the older form
         * @param value the stored value, or why there is none
         * @return where it goes, or why not
         * @throws IllegalArgumentException if the older form has no such question
         */
        public Outcome apply(String question, Value value) {
            MigrationRoute route = routes.get(requireNonNull(question, "question"));
            if (route == null) {
                throw new IllegalArgumentException("no question " + question + " in the older form");
            }
            return route.apply(requireNonNull(value, "value"));
        }
    }

    /**
     * Reads a migration from JSON. Whether it fits two forms is told by {@link #plan}.
     *
     * @param json the migration, as the published schema and documentation describe it; read to its end and not closed
     * @return the migration and everything found, with line, column and JSON Pointer
     */
    public static Reading<Migration> read(InputStream json) {
        Reading<Migration> reading =
                JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, new MigrationDecoder());
        return reading.hasErrors() ? Reading.nothing(reading.findings()) : reading;
    }

    /**
     * Starts a migration between two forms.
     *
     * @param older the form to which answers are stored
     * @param newer the form that takes its place
     * @return a builder
     */
    public static Builder between(Questionnaire older, Questionnaire newer) {
        return new Builder(FormVersion.of(older), FormVersion.of(newer));
    }

    /**
     * Returns the form to which answers are stored.
     *
     * @return id and version
     */
    public FormVersion from() {
        return from;
    }

    /**
     * Returns the form that takes its place.
     *
     * @return id and version
     */
    public FormVersion to() {
        return to;
    }

    /**
     * Returns what is said of questions.
     *
     * @return the steps, in the order in which they were given
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Finds what this migration leaves open, or gets wrong, between two forms: every breaking change of {@link FormDiff}
     * that no step sees to, and every step that does not fit.
     *
     * @param older the form to which answers are stored
     * @param newer the form that takes its place
     * @return everything found; empty if each answer can be migrated
     */
    public List<Finding> check(Questionnaire older, Questionnaire newer) {
        return plan(older, newer).findings();
    }

    /**
     * Checks this migration against two forms, to apply it to answers.
     *
     * @param older the form to which answers are stored
     * @param newer the form that takes its place
     * @return the plan, if nothing is wrong, and everything found
     */
    public Reading<Plan> plan(Questionnaire older, Questionnaire newer) {
        return new MigrationCheck(this, requireNonNull(older, "older"), requireNonNull(newer, "newer")).plan();
    }

    /** Where a step was read. */
    Place place(int step) {
        return step < places.size() ? places.get(step) : Place.nowhere();
    }

    /**
     * Writes the migration as JSON that {@link #read} reads to an equal one.
     *
     * @return the JSON
     */
    public String toJson() {
        return MigrationWriter.write(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Migration that
                && from.equals(that.from)
                && to.equals(that.to)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode() * 31 + from.hashCode() + to.hashCode();
    }

    @Override
    public String toString() {
        return "Migration[" + from + " -> " + to + ", steps=" + steps.size() + "]";
    }

    /** Puts a migration together. */
    public static final class Builder {
        private final FormVersion from;
        private final FormVersion to;
        private final List<Step> steps = new ArrayList<>();

        private Builder(FormVersion from, FormVersion to) {
            this.from = from;
            this.to = to;
        }

        /**
         * Adds what becomes of the answers to a question.
         *
         * @param step the step
         * @return this builder
         */
        public Builder step(Step step) {
            steps.add(requireNonNull(step, "step"));
            return this;
        }

        /**
         * Builds the migration. Whether it fits both forms is told by {@link Migration#plan}.
         *
         * @return the migration
         */
        public Migration build() {
            return new Migration(from, to, steps, List.of());
        }
    }
}
