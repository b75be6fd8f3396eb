package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
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
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
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
 * One household: checked by the engine, by hand-written Java and by Hibernate Validator. Of 1,000 made-up households every
 * 20th has a fault.
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
    private static final int FAULTY = 20;

    /** Hand-written Java does not know counts of which only bounds are known, so nobody's age or sex is in doubt. */
    private static final Pattern ROSTER_IN_DOUBT = Pattern.compile("MEM-.*|REL-.*|sex:.*|birth_date:.*|rel_role:.*");

    /** The rules that say what the annotations of {@link HibernateHousehold} say. */
    private static final Set<RuleId> SHARED = Stream.of(
                    "HDR-03", "HDR-12", "GPS-03", "LND-03", "LND-08", "MON-01", "MON-02", "MON-03", "MON-04", "MON-05",
                    "MON-06", "MON-07", "MON-08", "HAP-01", "MEM-07", "MEM-12", "MEM-13", "MEM-17", "MEM-21", "MEM-22",
                    "MEM-23", "MEM-24", "MEM-25", "MEM-26")
            .map(RuleId::of)
            .collect(Collectors.toUnmodifiableSet());

    final List<HouseholdResponse> responses = new ArrayList<>();
    final List<byte[]> documents = new ArrayList<>();
    final List<ByHand> byHand = new ArrayList<>();
    final List<HibernateHousehold> beans = new ArrayList<>();
    final JsonFactory json = new JsonFactory();
    Questionnaire form;
    HouseholdValidator engine;
    HouseholdValidator third;
    HouseholdValidator shared;
    Validator hibernate;

    /** Makes the households, which nobody pays for. */
    @Setup
    public void setUp() {
        form = HostCodes.form();
        engine = HouseholdValidator.of(form, RuleSets.bmn2560());
        third = engine.onlyRules(Set.copyOf(thirds(engine)));
        shared = engine.onlyRules(SHARED);
        hibernate = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        ResolvedHousehold resolved = ResolvedHousehold.of(form);
        for (HouseholdResponse response : households(form)) {
            responses.add(response);
            documents.add(response.toJson().getBytes(UTF_8));
            resolved.resolve(response, false, Responses.TODAY);
            byHand.add(ByHand.of(resolved));
            beans.add(HibernateHousehold.of(response));
        }
    }

    /** Every third rule about the household, in the order of the set. */
    static List<RuleId> thirds(HouseholdValidator validator) {
        List<Rule> rules = validator.rules().rules().stream()
                .filter(rule -> rule.level() == Level.HOUSEHOLD && rule.across().isEmpty())
                .toList();
        List<RuleId> thirds = new ArrayList<>();
        for (int i = 0; i < rules.size(); i += 3) {
            thirds.add(rules.get(i).ruleId());
        }
        return thirds;
    }

    private static List<HouseholdResponse> households(Questionnaire form) {
        List<PlantedFault> faults = PlantedFaults.all().stream()
                .filter(fault -> !ROSTER_IN_DOUBT.matcher(fault.id()).matches())
                .toList();
        List<HouseholdResponse> households = new ArrayList<>();
        int next = 0;
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            CleanHousehold clean = CleanHouseholds.household(form, seed);
            Optional<HouseholdResponse> faulty = Optional.empty();
            while (seed % FAULTY == 0 && faulty.isEmpty()) {
                next += 7;
                faulty = faults.get(next % faults.size()).in(clean);
            }
            households.add(faulty.orElse(clean.response()));
        }
        return households;
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

    /** Checks the same rules on answers that lie ready, for which the engine has to resolve the household. */
    @Benchmark
    public void handWrittenEveryThirdRule(Blackhole hole) {
        for (ByHand household : byHand) {
            hole.consume(household.outcomes());
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

    /** Checks what annotations can say. */
    @Benchmark
    public void hibernateValidatorOnSharedRules(Blackhole hole) {
        for (HibernateHousehold bean : beans) {
            hole.consume(hibernate.validate(bean));
        }
    }

    /** Checks the same rules, from the response on. */
    @Benchmark
    public void engineOnSharedRules(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(shared.validate(response, Responses.TODAY));
        }
    }

    ValidationReport report(HouseholdResponse response) {
        return engine.validate(response, Responses.TODAY);
    }
}
