package io.github.bmnkit.benchmarks;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.javarosa.xform.parse.XFormParser;
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
 * One step of an interview of a household of ten, in which everything that is due has an answer. The peer is JavaRosa with
 * the same form and answers; since it changes the interview in place, it goes back and forth between two answers.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class InterviewBenchmark {
    static final int MEMBERS = 10;

    private static final AnswerPath ROAD = AnswerPath.of("road");
    private static final Value ROAD_NAME = Value.text("ถนนสมมุติ");
    private static final Value OTHER_BIRTH_DATE = Value.of(LocalDate.of(1950, 6, 1));

    private static final Value BIRTH_DATE = Value.of(LocalDate.of(2009, 3, 15));
    private static final Value OTHER_ROAD_NAME = Value.text("ถนนสมมุติสายอื่น");

    private AnswerPath birthDate;
    private JavaRosaInterview javaRosa;
    private boolean back;
    Interview interview;

    /**
     * Makes the interview, which no step changes, and the same in JavaRosa.
     *
     * @throws XFormParser.ParseException never: the form is one that JavaRosa runs
     */
    @Setup
    public void setUp() throws XFormParser.ParseException {
        HouseholdResponse response = MadeUpHousehold.response(MadeUpHousehold.form(), MEMBERS);
        interview = Interview.resume(response, MadeUpHousehold.TODAY);
        birthDate = AnswerPath.of("birth_date", interview.members().get(1));
        javaRosa = new JavaRosaInterview(response);
        javaRosa.answer("birth_date", 1, OTHER_BIRTH_DATE);
        Value ours = answerWithManyDependants().value(AnswerPath.of("n_age_ge_60"));
        if (!ours.equals(Value.of(javaRosa.number("n_age_ge_60")))) {
            throw new IllegalStateException("JavaRosa counts " + javaRosa.number("n_age_ge_60") + ", not " + ours);
        }
    }

    /**
     * Answers a question that nothing depends on.
     *
     * @return the next interview
     */
    @Benchmark
    public Interview answerAlone() {
        return interview.answer(ROAD, ROAD_NAME);
    }

    /**
     * Corrects the birth date of a child to that of an old person: ages, counts and what is asked about them change.
     *
     * @return the next interview
     */
    @Benchmark
    public Interview answerWithManyDependants() {
        return interview.answer(birthDate, OTHER_BIRTH_DATE);
    }

    /** The same as {@link #answerAlone} in JavaRosa. */
    @Benchmark
    public void javaRosaAnswerAlone() {
        back = !back;
        javaRosa.answer("road", 0, back ? OTHER_ROAD_NAME : ROAD_NAME);
    }

    /** The same as {@link #answerWithManyDependants} in JavaRosa. */
    @Benchmark
    public void javaRosaAnswerWithManyDependants() {
        back = !back;
        javaRosa.answer("birth_date", 1, back ? BIRTH_DATE : OTHER_BIRTH_DATE);
    }

    /**
     * Adds a member.
     *
     * @return the next interview
     */
    @Benchmark
    public Interview addMember() {
        return interview.addMember();
    }

    /**
     * Finds the next question.
     *
     * @return where it is
     */
    @Benchmark
    public Optional<AnswerPath> next() {
        return interview.next(ROAD);
    }
}
