package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One household: checked by the engine and by hand-written Java, and read from bytes. Of 1,000 made-up households with 2.9
 * members on average every 20th has a fault.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ValidationBenchmark.HOUSEHOLDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ValidationBenchmark {
    static final int HOUSEHOLDS = 1_000;

    /** Hand-written Java does not know counts of which only bounds are known, so nobody's age or sex is in doubt. */
    static final Pattern ROSTER_IN_DOUBT = Pattern.compile("MEM-.*|REL-.*|sex:.*|birth_date:.*|rel_role:.*");

    final List<HouseholdResponse> responses = new ArrayList<>();
    final List<ResolvedHousehold> households = new ArrayList<>();
    final List<byte[]> documents = new ArrayList<>();
    final List<ByHand> byHand = new ArrayList<>();
    final List<ByHandMembers> membersByHand = new ArrayList<>();
    final JsonFactory json = new JsonFactory();
    Questionnaire form;
    HouseholdValidator engine;
    HouseholdValidator third;
    HouseholdValidator thirdAndMembers;

    /** Makes the households, which nobody pays for. */
    @Setup
    public void setUp() {
        form = HostCodes.form();
        engine = HouseholdValidator.of(form, RuleSets.bmn2560());
        third = engine.onlyRules(Set.copyOf(thirds(engine)));
        thirdAndMembers = engine.onlyRules(Stream.concat(thirds(engine).stream(), ofMembers(engine).stream())
                .collect(Collectors.toSet()));
        for (HouseholdResponse response : ValidationHouseholds.of(form, HOUSEHOLDS, ROSTER_IN_DOUBT)) {
            responses.add(response);
            ResolvedHousehold resolved = ResolvedHousehold.of(form);
            households.add(resolved);
            documents.add(response.toJson().getBytes(UTF_8));
            resolved.resolve(response, false, Responses.TODAY);
            byHand.add(ByHand.of(resolved));
            membersByHand.add(ByHandMembers.of(resolved));
        }
    }

    /** Every third rule about the household, in the order of the set. */
    static List<RuleId> thirds(HouseholdValidator validator) {
        List<RuleId> all = rules(validator, Level.HOUSEHOLD);
        List<RuleId> thirds = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 3) {
            thirds.add(all.get(i));
        }
        return thirds;
    }

    /** All rules about members, in the order of the set. */
    static List<RuleId> ofMembers(HouseholdValidator validator) {
        return rules(validator, Level.MEMBER);
    }

    private static List<RuleId> rules(HouseholdValidator validator, Level level) {
        return validator.rules().rules().stream()
                .filter(rule -> rule.level() == level && rule.across().isEmpty())
                .map(Rule::ruleId)
                .toList();
    }

    /** Checks everything: all rules and all derived checks. */
    @Benchmark
    public void engineValidates(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(engine.validate(response, Responses.TODAY));
        }
    }

    /** Checks every third rule about the household. */
    @Benchmark
    public void engineValidatesEveryThirdRule(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(third.validate(response, Responses.TODAY));
        }
    }

    /** Checks the same of households that are resolved, as hand-written Java has its answers. */
    @Benchmark
    public void engineOnResolvedValidatesEveryThirdRule(Blackhole hole) {
        for (ResolvedHousehold household : households) {
            hole.consume(third.validate(household));
        }
    }

    /** Checks the same rules on answers that lie ready, relevance and calculations included. */
    @Benchmark
    public void handWrittenEveryThirdRule(Blackhole hole) {
        for (ByHand household : byHand) {
            hole.consume(household.outcomes());
        }
    }

    /** Checks every third rule about the household, and all 70 about members. */
    @Benchmark
    public void engineValidatesEveryThirdAndMembers(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(thirdAndMembers.validate(response, Responses.TODAY));
        }
    }

    /** Checks the same of households that are resolved, as hand-written Java has its answers. */
    @Benchmark
    public void engineOnResolvedValidatesEveryThirdAndMembers(Blackhole hole) {
        for (ResolvedHousehold household : households) {
            hole.consume(thirdAndMembers.validate(household));
        }
    }

    /** Checks the same rules on answers that lie ready, relevance and calculations included. */
    @Benchmark
    public void handWrittenEveryThirdAndMembers(Blackhole hole) {
        for (int i = 0; i < HOUSEHOLDS; i++) {
            hole.consume(byHand.get(i).outcomes());
            hole.consume(membersByHand.get(i).outcomes());
        }
    }

    /** Resolves a household, which every check of the engine pays for. */
    @Benchmark
    public void engineResolves(Blackhole hole) {
        ResolvedHousehold household = ResolvedHousehold.of(form);
        for (HouseholdResponse response : responses) {
            household.resolve(response, false, Responses.TODAY);
            hole.consume(household);
        }
    }

    /** Reads a document, checks everything and lists the findings. */
    @Benchmark
    public void engineFromBytesToFindings(Blackhole hole) {
        for (byte[] document : documents) {
            hole.consume(findings(document));
        }
    }

    List<Finding> findings(byte[] document) {
        HouseholdResponse response =
                HouseholdResponse.read(form, new ByteArrayInputStream(document)).value();
        return engine.validate(response, Responses.TODAY).findings();
    }

    /** Goes through the tokens of the same documents and keeps nothing. */
    @Benchmark
    public void jacksonScansTokens(Blackhole hole) throws IOException {
        for (byte[] document : documents) {
            hole.consume(tokens(document));
        }
    }

    int tokens(byte[] document) throws IOException {
        int tokens = 0;
        try (JsonParser parser = json.createParser(document)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    ValidationReport report(HouseholdResponse response) {
        return engine.validate(response, Responses.TODAY);
    }
}
