package io.github.bmnkit.benchmarks;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Four conditions and six calculations of the reference form for one household of four; those of a member for each. The
 * peer is the same in hand-written Java.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ExpressionBenchmark {
    private static final int MEMBERS = 4;

    private Formula[] conditions;
    private Formula[] calculations;
    private int[] cells;
    private Formula memberCondition;
    private Formula memberCalculation;
    private int[] memberCells;
    private Frame frame;
    private HandWritten byHand;

    /** Makes the household and compares the results. */
    @Setup
    public void setUp() {
        Questionnaire form = MadeUpHousehold.form();
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(MadeUpHousehold.response(form, MEMBERS), false, MadeUpHousehold.TODAY);
        frame = household.frame().copy();
        byHand = new HandWritten(form, frame);
        conditions = new Formula[] {
            form.item("q6_4_n").orElseThrow().relevance().orElseThrow(),
            form.item("q16_3").orElseThrow().relevance().orElseThrow(),
            form.item("q23_2").orElseThrow().relevance().orElseThrow()
        };
        String[] names = {"n_age_ge_60", "n_work_15_59", "n_student_6_14", "n12_dist", "q22_1_6"};
        calculations = new Formula[names.length];
        cells = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            calculations[i] = form.item(names[i]).orElseThrow().calculation().orElseThrow();
            cells[i] = frame.cell(names[i], 0);
        }
        memberCondition = form.item("welfare_cash").orElseThrow().relevance().orElseThrow();
        memberCalculation = form.item("age").orElseThrow().calculation().orElseThrow();
        memberCells = new int[MEMBERS];
        for (int row = 0; row < MEMBERS; row++) {
            memberCells[row] = frame.cell("age", row);
        }
        if (compiled() != handWritten()) {
            throw new IllegalStateException("the results differ");
        }
    }

    /**
     * Runs the compiled formulas.
     *
     * @return a digest of all results
     */
    @Benchmark
    public long compiled() {
        long digest = 0;
        for (Formula condition : conditions) {
            digest = digest * 31 + number(condition.test(frame, 0));
        }
        for (int i = 0; i < cells.length; i++) {
            calculations[i].store(frame, 0);
            digest = digest * 31 + frame.raw(cells[i]);
        }
        for (int row = 0; row < MEMBERS; row++) {
            digest = digest * 31 + number(memberCondition.test(frame, row));
            memberCalculation.store(frame, row);
            digest = digest * 31 + frame.raw(memberCells[row]);
        }
        return digest;
    }

    private static long number(Truth truth) {
        return truth == Truth.UNKNOWN ? HandWritten.MISSING : truth == Truth.TRUE ? 1 : 0;
    }

    /**
     * Does the same without formulas.
     *
     * @return a digest of all results
     */
    @Benchmark
    public long handWritten() {
        long digest = byHand.checkUpsMissed();
        digest = digest * 31 + byHand.dropOutsAsked();
        digest = digest * 31 + byHand.savingsAsked();
        digest = digest * 31 + byHand.old();
        digest = digest * 31 + byHand.workers();
        digest = digest * 31 + byHand.pupils();
        digest = digest * 31 + byHand.disturbances();
        digest = digest * 31 + byHand.averageIncome();
        for (int row = 0; row < MEMBERS; row++) {
            digest = digest * 31 + byHand.cashAsked(row);
            digest = digest * 31 + byHand.age(row);
        }
        return digest;
    }
}
