package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Store;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An expression that was checked against the names it uses and compiled for their frames. It is immutable and may be run
 * by several threads, each with a frame of its own; running it allocates nothing, but for {@link #value} and
 * {@link #explain}.
 *
 * <p>The row of a member counts from 0; for a formula of the household it does not matter.
 */
public final class Formula {
    private final Part part;
    private final Level level;
    /** What runs stands here and not in the part, for every step on the way to it costs. */
    private final @Nullable Cond cond;

    private final @Nullable Store store;

    private Formula(Part part, Scope scope, Level level, @Nullable Symbol target) {
        this.part = part;
        this.level = level;
        this.cond = part.type.isTruth() ? part.cond() : null;
        this.store = target == null ? null : Stores.of(part, target, scope);
    }

    /**
     * Reads a condition, such as a relevance or what a rule demands.
     *
     * @param text the expression
     * @param scope the names that it may use
     * @param level whether it is about the household or about each member
     * @return the formula and warnings, or everything that is wrong, with line and column within the text
     */
    public static Reading<Formula> condition(String text, Scope scope, Level level) {
        return read(text, scope, level, null, null, checker -> checker::condition);
    }

    /**
     * Reads the condition on the answer to a question, in which {@code .} means this answer.
     *
     * @param text the expression
     * @param scope the names that it may use
     * @param name the name of the question
     * @return the formula and warnings, or everything that is wrong, with line and column within the text
     * @throws IllegalArgumentException if the scope has no such name
     */
    public static Reading<Formula> constraint(String text, Scope scope, String name) {
        Symbol symbol = symbol(scope, name);
        return read(text, scope, symbol.level(), symbol, null, checker -> checker::condition);
    }

    /**
     * Reads how a name is calculated. The value must have the type of the name, and at most its digits.
     *
     * @param text the expression
     * @param scope the names that it may use
     * @param name the name that gets the value
     * @return the formula and warnings, or everything that is wrong, with line and column within the text
     * @throws IllegalArgumentException if the scope has no such name
     */
    public static Reading<Formula> calculation(String text, Scope scope, String name) {
        Symbol symbol = symbol(scope, name);
        return read(text, scope, symbol.level(), null, symbol, checker -> tree -> assigned(checker, tree, symbol));
    }

    /**
     * Reads an expression of any type.
     *
     * @param text the expression
     * @param scope the names that it may use
     * @param level whether it is about the household or about each member
     * @return the formula and warnings, or everything that is wrong, with line and column within the text
     */
    public static Reading<Formula> value(String text, Scope scope, Level level) {
        return read(text, scope, level, null, null, checker -> tree -> checker.check(tree, null));
    }

    private static Symbol symbol(Scope scope, String name) {
        return scope.symbol(name).orElseThrow(() -> new IllegalArgumentException("no such name: " + name));
    }

    private static Reading<Formula> read(
            String text,
            Scope scope,
            Level level,
            @Nullable Symbol self,
            @Nullable Symbol target,
            Function<Checker, Function<Expression, Part>> check) {
        requireNonNull(scope, "scope");
        requireNonNull(level, "level");
        Parser parser = new Parser(requireNonNull(text, "text"));
        Reading<Expression> tree = parser.read();
        if (tree.optional().isEmpty()) {
            return Reading.nothing(tree.findings());
        }
        List<Finding> findings = new ArrayList<>();
        Checker checker = new Checker(scope, level, self, parser.positions(), findings);
        Part part = check.apply(checker).apply(tree.value());
        return part.isError()
                ? Reading.nothing(findings)
                : Reading.of(new Formula(part, scope, level, target), findings);
    }

    /** Checks a calculation against the type of its name, and turns it into that type. */
    private static Part assigned(Checker checker, Expression tree, Symbol symbol) {
        Type wanted = Type.of(symbol);
        Part part = checker.check(tree, wanted);
        if (part.isError()) {
            return part;
        }
        Type found = part.type;
        if (found.isNumber() && wanted.isNumber()) {
            checker.unit(tree, found.unit(), wanted.unit());
            if (found.digits() > wanted.digits()) {
                return checker.fail(
                        tree,
                        Finding.of(ExpressionFinding.NEEDS_ROUNDING)
                                .with("found", found.digits())
                                .with("expected", wanted.digits())
                                .with("name", "${" + symbol.name() + "}"));
            }
            return part;
        }
        boolean fits = wanted.kind() == ValueType.TEXT
                ? found.readsAsText()
                : found.kind() == wanted.kind() && (wanted.codes() == null || wanted.sameList(found));
        return fits
                ? part
                : checker.fail(
                        tree,
                        Finding.of(ExpressionFinding.WRONG_TYPE)
                                .with("found", found.text())
                                .with("expected", wanted.text()));
    }

    /**
     * Returns the expression.
     *
     * @return the tree that was checked
     */
    public Expression expression() {
        return part.source;
    }

    /**
     * Returns what the expression is made of, without names and values. Formulas of one shape run the same code, so
     * whoever runs many is fastest shape by shape.
     *
     * @return the shape; the same for formulas that differ in names and values only
     */
    public String shape() {
        return shape(part.source);
    }

    private static String shape(Expression expression) {
        String head = expression instanceof Expression.Operation operation
                ? operation.operator().toString()
                : expression instanceof Expression.Call call
                        ? call.function().toString()
                        : expression.getClass().getSimpleName();
        return expression.parts().stream().map(Formula::shape).collect(Collectors.joining(",", head + "(", ")"));
    }

    /**
     * Returns whether it is about the household or about each member.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * Returns the type of its value.
     *
     * @return the type; {@link ValueType#TRUTH} for a condition
     */
    public ValueType type() {
        return part.type.kind();
    }

    /**
     * Returns what it can depend on.
     *
     * @return the names and other inputs
     */
    public Reads reads() {
        return part.uses.reads();
    }

    /**
     * Tells whether its value is the same for every household.
     *
     * @return true if it depends on nothing
     */
    public boolean isConstant() {
        return part.constant;
    }

    /**
     * Tells whether bounds are known where its value is not: then a name that gets this value should keep bounds.
     *
     * @return true for counts, sums of counts, and names of such
     */
    public boolean isBounded() {
        return part.isBounded();
    }

    /**
     * Tests the condition.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return what it comes to
     * @throws IllegalStateException if this is not a condition
     */
    public Truth test(Frame frame, int row) {
        int code = code(frame, row);
        return code == Run.FALSE ? Truth.FALSE : code == Run.TRUE ? Truth.TRUE : Truth.UNKNOWN;
    }

    /**
     * Tests the condition as a check: one that is unknown only because nothing of what it reads was asked does not apply.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return {@link Outcome#PASS} or {@link Outcome#FAIL} if the condition is known, else
     *     {@link Outcome#NOT_APPLICABLE} or {@link Outcome#UNDECIDED}
     * @throws IllegalStateException if this is not a condition
     */
    public Outcome outcome(Frame frame, int row) {
        int code = code(frame, row);
        if (code <= Run.TRUE) {
            return code == Run.TRUE ? Outcome.PASS : Outcome.FAIL;
        }
        return code == Run.UNKNOWN && part.uses.isNothingAsked(frame, row) ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED;
    }

    /**
     * Tells why the condition is unknown: by the worst of all that it reads, whichever of them was decisive.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return the kind: if it is {@link Missing#NOT_ASKED}, the condition does not apply
     * @throws IllegalStateException if this is not a condition, or one that is true or false
     */
    public Missing why(Frame frame, int row) {
        int code = code(frame, row);
        if (code <= Run.TRUE) {
            throw new IllegalStateException("known: " + part.source);
        }
        return part.why(frame, row, code);
    }

    private int code(Frame frame, int row) {
        Cond condition = cond;
        if (condition == null) {
            throw new IllegalStateException("not a condition: " + part.source);
        }
        return Run.test(condition, frame, row);
    }

    /**
     * Calculates the value as an object.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return the value, or why there is none
     */
    public Value value(Frame frame, int row) {
        return Explanations.value(part, frame, row, false);
    }

    /**
     * Calculates a whole number, such as a count.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return the number; empty if there is none
     * @throws IllegalStateException if its type is not {@link ValueType#INTEGER}
     */
    public OptionalLong whole(Frame frame, int row) {
        if (type() != ValueType.INTEGER) {
            throw new IllegalStateException("not a whole number: " + part.source);
        }
        long raw = part.num().get(frame, row);
        return raw < Exact.LIMIT ? OptionalLong.empty() : OptionalLong.of(raw);
    }

    /**
     * Calculates the value and puts it into the cell of its name.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return whether the cell changed
     * @throws IllegalStateException if this is not a calculation
     */
    public boolean store(Frame frame, int row) {
        Store calculation = store;
        if (calculation == null) {
            throw new IllegalStateException("not a calculation: " + part.source);
        }
        return calculation.store(frame, row);
    }

    /**
     * Says how the value comes about.
     *
     * @param frame the household, of the same scope
     * @param row the member's row
     * @return the value of every part; it holds personal values
     */
    public Explanation explain(Frame frame, int row) {
        return Explanations.explain(part, frame, row);
    }

    /** Returns the expression, canonically written. */
    @Override
    public String toString() {
        return part.source.toString();
    }
}
