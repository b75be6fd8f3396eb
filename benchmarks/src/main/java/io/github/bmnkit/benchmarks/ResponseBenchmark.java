package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
 * What is done to every household of a round: reading its JSON, seeing it through the form, writing it. The peer goes over
 * the same bytes with Jackson and keeps nothing: no reader of JSON that stands on Jackson can be faster.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ResponseBenchmark {
    static final int MEMBERS = 4;

    private final JsonFactory jackson = new JsonFactory();
    Questionnaire form;
    HouseholdResponse response;
    ResolvedHousehold household;
    byte[] json;

    /** Makes one household of four. */
    @Setup
    public void setUp() {
        form = MadeUpHousehold.form();
        response = MadeUpHousehold.response(form, MEMBERS);
        household = ResolvedHousehold.of(form);
        json = response.toJson().getBytes(UTF_8);
    }

    /**
     * Reads the JSON.
     *
     * @return the response
     */
    @Benchmark
    public HouseholdResponse read() {
        return HouseholdResponse.read(form, new ByteArrayInputStream(json)).value();
    }

    /**
     * Goes over the tokens of the JSON with Jackson.
     *
     * @return the number of tokens
     * @throws IOException never: the document is in memory
     */
    @Benchmark
    public int jacksonTokens() throws IOException {
        int tokens = 0;
        try (JsonParser parser = jackson.createParser(json)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /**
     * Writes the JSON.
     *
     * @return the document
     */
    @Benchmark
    public String write() {
        return response.toJson();
    }

    /**
     * Unpacks the answers to be edited and packs them again.
     *
     * @return the response
     */
    @Benchmark
    public HouseholdResponse unpackAndPack() {
        return response.edit().build();
    }

    /**
     * Sees the response through its form: all relevances and calculations.
     *
     * @return the household
     */
    @Benchmark
    public ResolvedHousehold resolve() {
        household.resolve(response, false, MadeUpHousehold.TODAY);
        return household;
    }
}
