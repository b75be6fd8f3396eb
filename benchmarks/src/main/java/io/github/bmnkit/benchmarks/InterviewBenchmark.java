package io.github.bmnkit.benchmarks;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.response.AnswerPath;
import java.time.LocalDate;
import java.util.Optional;
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

/** One step of an interview of a household of ten, in which everything that is due has an answer. */
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

    private AnswerPath birthDate;
    Interview interview;

    /** Makes the interview, which no step changes. */
    @Setup
    public void setUp() {
        interview = Interview.resume(MadeUpHousehold.response(MadeUpHousehold.form(), MEMBERS), MadeUpHousehold.TODAY);
        birthDate = AnswerPath.of("birth_date", interview.members().get(1));
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
