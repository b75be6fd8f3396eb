package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * One question, calculation or note. Expressions are texts of the language of {@link io.github.bmnkit.expression}; the
 * form that holds the question has them compiled.
 *
 * @param name what expressions call it, as in {@code ${name}}
 * @param number the number printed on the form; null for none
 * @param level whether it is answered once for the household or for each member
 * @param type what kind of answer it takes
 * @param result for {@link QuestionType#CALCULATE}, what kind of value it has; else null
 * @param digits for a decimal, the digits after the point, 0 to 9; else 0
 * @param unit the unit of a number, such as {@code persons} or {@code baht/year}; null for none
 * @param label what is asked
 * @param hint what helps to answer; null for nothing
 * @param list the id of the code list; null unless codes are chosen
 * @param within the question whose answer must be the parent of this one's code; null for none
 * @param required the condition under which it must be answered, {@code true()} for always; null for never
 * @param refusable whether the informant may refuse to answer, or not know
 * @param relevance the condition under which it is asked; null for always
 * @param constraint what an answer must fulfil, in which {@code .} is the answer; null for anything
 * @param message what to say if the constraint is not met; null for a general message
 * @param calculation how it is calculated; null unless it is a {@link QuestionType#CALCULATE}
 * @param personal whether the answer is personal data, which is masked and kept out of findings
 * @param period the time that the answer is about, such as the past year; null if none
 */
public record Question(
        String name,
        @Nullable String number,
        Level level,
        QuestionType type,
        @Nullable QuestionType result,
        int digits,
        @Nullable String unit,
        Text label,
        @Nullable Text hint,
        @Nullable String list,
        @Nullable String within,
        @Nullable String required,
        boolean refusable,
        @Nullable String relevance,
        @Nullable String constraint,
        @Nullable Text message,
        @Nullable String calculation,
        boolean personal,
        @Nullable Text period) {
    /** What {@link #required()} says if an answer is always due. */
    public static final String ALWAYS = "true()";

    /**
     * Checks that the parts are there that every question has. Whether all fit together is checked with the form.
     *
     * @param name what expressions call it, as in {@code ${name}}
     * @param number the number printed on the form; null for none
     * @param level whether it is answered once for the household or for each member
     * @param type what kind of answer it takes
     * @param result for {@link QuestionType#CALCULATE}, what kind of value it has; else null
     * @param digits for a decimal, the digits after the point, 0 to 9; else 0
     * @param unit the unit of a number, such as {@code persons} or {@code baht/year}; null for none
     * @param label what is asked
     * @param hint what helps to answer; null for nothing
     * @param list the id of the code list; null unless codes are chosen
     * @param within the question whose answer must be the parent of this one's code; null for none
     * @param required the condition under which it must be answered, {@code true()} for always; null for never
     * @param refusable whether the informant may refuse to answer, or not know
     * @param relevance the condition under which it is asked; null for always
     * @param constraint what an answer must fulfil, in which {@code .} is the answer; null for anything
     * @param message what to say if the constraint is not met; null for a general message
     * @param calculation how it is calculated; null unless it is a {@link QuestionType#CALCULATE}
     * @param personal whether the answer is personal data, which is masked and kept out of findings
     * @param period the time that the answer is about, such as the past year; null if none
     */
    public Question {
        requireNonNull(name, "name");
        requireNonNull(level, "level");
        requireNonNull(type, "type");
        requireNonNull(label, "label");
    }

    /**
     * Starts a question of the household.
     *
     * @param name what expressions call it
     * @param type what kind of answer it takes
     * @param label what is asked
     * @return a builder
     */
    public static Builder builder(String name, QuestionType type, Text label) {
        return new Builder(name, type, label);
    }

    /**
     * Tells whether an answer is always due where the question is asked.
     *
     * @return true if {@link #required()} is {@link #ALWAYS}
     */
    public boolean isAlwaysRequired() {
        return ALWAYS.equals(required);
    }

    /** Puts a question together. */
    public static final class Builder {
        private final String name;
        private final QuestionType type;
        private final Text label;
        private Level level = Level.HOUSEHOLD;
        private @Nullable String number;
        private @Nullable QuestionType result;
        private int digits;
        private @Nullable String unit;
        private @Nullable Text hint;
        private @Nullable String list;
        private @Nullable String within;
        private @Nullable String required;
        private boolean refusable;
        private @Nullable String relevance;
        private @Nullable String constraint;
        private @Nullable Text message;
        private @Nullable String calculation;
        private boolean personal;
        private @Nullable Text period;

        private Builder(String name, QuestionType type, Text label) {
            this.name = requireNonNull(name, "name");
            this.type = requireNonNull(type, "type");
            this.label = requireNonNull(label, "label");
        }

        /**
         * Says that it is answered for each member.
         *
         * @return this builder
         */
        public Builder ofEachMember() {
            level = Level.MEMBER;
            return this;
        }

        /**
         * Sets the number printed on the form.
         *
         * @param printed the number
         * @return this builder
         */
        public Builder number(String printed) {
            number = requireNonNull(printed, "printed");
            return this;
        }

        /**
         * Sets what kind of value a calculation has.
         *
         * @param kind the kind
         * @return this builder
         */
        public Builder result(QuestionType kind) {
            result = requireNonNull(kind, "kind");
            return this;
        }

        /**
         * Sets the digits of a decimal.
         *
         * @param afterThePoint the digits, 0 to 9
         * @return this builder
         */
        public Builder digits(int afterThePoint) {
            digits = afterThePoint;
            return this;
        }

        /**
         * Sets the unit of a number.
         *
         * @param counted such as {@code persons}
         * @return this builder
         */
        public Builder unit(String counted) {
            unit = requireNonNull(counted, "counted");
            return this;
        }

        /**
         * Sets what helps to answer.
         *
         * @param help the text
         * @return this builder
         */
        public Builder hint(Text help) {
            hint = requireNonNull(help, "help");
            return this;
        }

        /**
         * Sets the code list.
         *
         * @param id the id of the list
         * @return this builder
         */
        public Builder list(String id) {
            list = requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets the question whose answer is above this one in a hierarchy.
         *
         * @param question the name of an earlier question
         * @return this builder
         */
        public Builder within(String question) {
            within = requireNonNull(question, "question");
            return this;
        }

        /**
         * Says that an answer is always due.
         *
         * @return this builder
         */
        public Builder required() {
            required = ALWAYS;
            return this;
        }

        /**
         * Says when an answer is due.
         *
         * @param condition the condition
         * @return this builder
         */
        public Builder requiredIf(String condition) {
            required = requireNonNull(condition, "condition");
            return this;
        }

        /**
         * Says that the informant may refuse, or not know.
         *
         * @return this builder
         */
        public Builder refusable() {
            refusable = true;
            return this;
        }

        /**
         * Says when it is asked.
         *
         * @param condition the condition
         * @return this builder
         */
        public Builder relevance(String condition) {
            relevance = requireNonNull(condition, "condition");
            return this;
        }

        /**
         * Says what an answer must fulfil.
         *
         * @param condition the condition, in which {@code .} is the answer
         * @param otherwise what to say if it is not met
         * @return this builder
         */
        public Builder constraint(String condition, Text otherwise) {
            constraint = requireNonNull(condition, "condition");
            message = requireNonNull(otherwise, "otherwise");
            return this;
        }

        /**
         * Says how it is calculated.
         *
         * @param expression the expression
         * @return this builder
         */
        public Builder calculation(String expression) {
            calculation = requireNonNull(expression, "expression");
            return this;
        }

        /**
         * Says that the answer is personal data.
         *
         * @return this builder
         */
        public Builder personal() {
            personal = true;
            return this;
        }

        /**
         * Sets the time that the answer is about.
         *
         * @param about such as the past year
         * @return this builder
         */
        public Builder period(Text about) {
            period = requireNonNull(about, "about");
            return this;
        }

        /**
         * Builds the question. Whether all fits together is checked with the form.
         *
         * @return the question
         */
        public Question build() {
            return new Question(
                    name,
                    number,
                    level,
                    type,
                    result,
                    digits,
                    unit,
                    label,
                    hint,
                    list,
                    within,
                    required,
                    refusable,
                    relevance,
                    constraint,
                    message,
                    calculation,
                    personal,
                    period);
        }
    }
}
