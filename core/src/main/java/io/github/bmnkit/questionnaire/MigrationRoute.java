package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Migration.Factor;
import io.github.bmnkit.questionnaire.Migration.Outcome;
import io.github.bmnkit.questionnaire.Migration.Reason;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of the answers to one question.
 *
 * @param older the question of the older form
 * @param newer the question of the newer form; null if its answers are given up
 * @param list the list of the newer question; null for none
 * @param step what the migration says of it
 */
record MigrationRoute(
        Question older, @Nullable Question newer, @Nullable CodeList list, Step step) {
    /** What a number of the expression language holds. */
    private static final int MAX_DIGITS = 18;

    /** Beyond what any form declares: such a number is not written out. */
    private static final int MAX_SCALE = 40;

    Outcome apply(Value value) {
        if (!AnswerFit.isStored(older)) {
            return not(Reason.CALCULATED);
        }
        Question target = newer;
        if (target == null) {
            return not(Reason.DROPPED);
        }
        if (value instanceof Value.None none) {
            boolean refused = none.reason() == Missing.REFUSED || none.reason() == Missing.DONT_KNOW;
            return refused && !target.refusable() ? not(Reason.NOT_REFUSABLE) : carried(target, value);
        }
        return switch (older.type()) {
            case INTEGER, DECIMAL ->
                value instanceof Value.Amount amount ? number(target, amount.value()) : not(Reason.WRONG_TYPE);
            case SELECT_ONE -> value instanceof Value.Code code ? code(target, code.value()) : not(Reason.WRONG_TYPE);
            case SELECT_MULTIPLE ->
                value instanceof Value.Codes codes ? codes(target, codes.value()) : not(Reason.WRONG_TYPE);
            case DATE -> value instanceof Value.Day ? carried(target, value) : not(Reason.WRONG_TYPE);
            case TEXT, GEOPOINT, ATTACHMENT ->
                value instanceof Value.Words ? carried(target, value) : not(Reason.WRONG_TYPE);
            case CALCULATE, NOTE -> not(Reason.CALCULATED);
        };
    }

    private static Outcome carried(Question target, Value value) {
        return new Outcome.Carried(target.name(), value);
    }

    private static Outcome not(Reason reason) {
        return new Outcome.NotCarried(reason);
    }

    private Outcome number(Question target, BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_SCALE || value.precision() > MAX_SCALE) {
            return not(Reason.OUT_OF_RANGE);
        }
        Factor factor = step.factor();
        BigDecimal dividend = factor == null ? value : value.multiply(BigDecimal.valueOf(factor.numerator()));
        BigDecimal divisor = BigDecimal.valueOf(factor == null ? 1 : factor.denominator());
        RoundingMode rounding = step.rounding();
        BigDecimal cut = dividend.divide(divisor, target.digits(), RoundingMode.DOWN);
        if (cut.multiply(divisor).compareTo(dividend) != 0) {
            if (rounding == null || rounding == RoundingMode.UNNECESSARY) {
                return not(Reason.INEXACT);
            }
            cut = dividend.divide(divisor, target.digits(), rounding);
        }
        BigInteger unscaled = cut.unscaledValue().abs();
        return unscaled.compareTo(BigInteger.TEN.pow(MAX_DIGITS)) < 0
                ? carried(target, Value.of(cut))
                : not(Reason.OUT_OF_RANGE);
    }

    private Outcome code(Question target, String code) {
        Reason problem = problem(code);
        if (problem != null) {
            return not(problem);
        }
        String renamed = step.codes().getOrDefault(code, code);
        Value value =
                target.type() == QuestionType.SELECT_MULTIPLE ? Value.codes(List.of(renamed)) : Value.code(renamed);
        return carried(target, value);
    }

    /** A code that is given up leaves the others; if none is left, it was not answered by choosing nothing. */
    private Outcome codes(Question target, List<String> codes) {
        Set<String> kept = new LinkedHashSet<>();
        for (String code : codes) {
            Reason problem = problem(code);
            if (problem == Reason.UNKNOWN_CODE) {
                return not(problem);
            }
            if (problem == null) {
                kept.add(step.codes().getOrDefault(code, code));
            }
        }
        return kept.isEmpty() && !codes.isEmpty()
                ? not(Reason.CODE_DROPPED)
                : carried(target, Value.codes(List.copyOf(kept)));
    }

    private @Nullable Reason problem(String code) {
        if (step.droppedCodes().contains(code)) {
            return Reason.CODE_DROPPED;
        }
        String renamed = step.codes().getOrDefault(code, code);
        CodeList codes = list;
        return codes != null && !codes.open() && codes.code(renamed).isEmpty() ? Reason.UNKNOWN_CODE : null;
    }
}
