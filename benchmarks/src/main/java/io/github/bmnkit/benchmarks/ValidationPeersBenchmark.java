package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import am.ik.yavi.core.Validator;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.validation.HouseholdValidator;
import jakarta.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.javarosa.xform.parse.XFormParser;
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
import tools.jackson.databind.JsonNode;

/**
 * One household: checked by the engine and by libraries, on what both can say. Of 100 made-up households every 20th has a
 * fault.
 *
 * <ul>
 *   <li>Hibernate Validator and YAVI: 24 rules on single answers, of beans that lie ready; the engine unpacks and resolves
 *       the response, or has it resolved already.
 *   <li>networknt: the JSON Schema of the form, cut down to what it can say, without rules; the engine makes the same
 *       checks of the same form. Once of a tree that lies ready against a response that does, once of bytes.
 *   <li>JavaRosa: relevance, what is due, constraints and calculations of the whole form as an XForm, without rules; both
 *       begin with putting the answers into their places. The engine checks types, code lists and claims, too.
 * </ul>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ValidationPeersBenchmark.HOUSEHOLDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ValidationPeersBenchmark {
    static final int HOUSEHOLDS = 100;

    /** The rules that say what the annotations of {@link HibernateHousehold} say. */
    private static final Set<RuleId> SHARED = Stream.of(
                    "HDR-03", "HDR-12", "GPS-03", "LND-03", "LND-08", "MON-01", "MON-02", "MON-03", "MON-04", "MON-05",
                    "MON-06", "MON-07", "MON-08", "HAP-01", "MEM-07", "MEM-12", "MEM-13", "MEM-17", "MEM-21", "MEM-22",
                    "MEM-23", "MEM-24", "MEM-25", "MEM-26")
            .map(RuleId::of)
            .collect(Collectors.toUnmodifiableSet());

    final List<HouseholdResponse> responses = new ArrayList<>();
    final List<ResolvedHousehold> households = new ArrayList<>();
    final List<HibernateHousehold> beans = new ArrayList<>();
    final List<HouseholdResponse> cutResponses = new ArrayList<>();
    final List<byte[]> documents = new ArrayList<>();
    final List<JsonNode> trees = new ArrayList<>();
    HouseholdValidator shared;
    HouseholdValidator wholeForm;
    HouseholdValidator cutForm;
    jakarta.validation.Validator hibernate;
    Validator<HibernateHousehold> yavi;
    ValidationSchema schema;
    JavaRosaInterview javaRosa;

    /** Makes the households, which nobody pays for. */
    @Setup
    public void setUp() throws XFormParser.ParseException {
        Questionnaire form = HostCodes.form();
        shared = HouseholdValidator.of(form, RuleSets.bmn2560()).onlyRules(SHARED);
        wholeForm = withoutRules(form);
        hibernate = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        yavi = YaviHousehold.validator();
        schema = new ValidationSchema(form);
        cutForm = withoutRules(schema.form());
        for (HouseholdResponse response :
                ValidationHouseholds.of(form, HOUSEHOLDS, ValidationBenchmark.ROSTER_IN_DOUBT)) {
            responses.add(response);
            ResolvedHousehold resolved = ResolvedHousehold.of(form);
            resolved.resolve(response, false, Responses.TODAY);
            households.add(resolved);
            beans.add(HibernateHousehold.of(response));
            HouseholdResponse cut = schema.cut(response);
            cutResponses.add(cut);
            documents.add(cut.toJson().getBytes(UTF_8));
            trees.add(ValidationSchema.tree(cut.toJson().getBytes(UTF_8)));
        }
        javaRosa = new JavaRosaInterview(responses.get(0));
    }

    /** The checks that a form itself demands. */
    static HouseholdValidator withoutRules(Questionnaire form) {
        RuleSet none = RuleSet.builder(form, "none", Text.of("ไม่มีเกณฑ์", "No rules"))
                .rounds(form.firstRound(), form.lastRound())
                .build()
                .value();
        return HouseholdValidator.of(form, none);
    }

    /** Checks 24 rules, from the response on. */
    @Benchmark
    public void engineOnSharedRules(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(shared.validate(response, Responses.TODAY));
        }
    }

    /** Checks 24 rules of households that are resolved, as the beans lie ready. */
    @Benchmark
    public void engineOnResolvedAndSharedRules(Blackhole hole) {
        for (ResolvedHousehold household : households) {
            hole.consume(shared.validate(household));
        }
    }

    /** Checks what the rules say, by annotations. */
    @Benchmark
    public void hibernateValidatorOnSharedRules(Blackhole hole) {
        for (HibernateHousehold bean : beans) {
            hole.consume(hibernate.validate(bean));
        }
    }

    /** Checks what the rules say, by constraints put together in Java. */
    @Benchmark
    public void yaviOnSharedRules(Blackhole hole) {
        for (HibernateHousehold bean : beans) {
            hole.consume(yavi.validate(bean));
        }
    }

    /** Checks the form that the schema can say. */
    @Benchmark
    public void engineOnSchema(Blackhole hole) {
        for (HouseholdResponse response : cutResponses) {
            hole.consume(cutForm.validate(response, Responses.TODAY));
        }
    }

    /** Checks the schema. */
    @Benchmark
    public void networkntOnSchema(Blackhole hole) {
        for (JsonNode tree : trees) {
            hole.consume(schema.errors(tree));
        }
    }

    /** Reads and checks. */
    @Benchmark
    public void engineOnSchemaFromBytes(Blackhole hole) {
        for (byte[] document : documents) {
            hole.consume(cutForm.validate(schema.read(document), Responses.TODAY));
        }
    }

    /** Reads and checks. */
    @Benchmark
    public void networkntOnSchemaFromBytes(Blackhole hole) {
        for (byte[] document : documents) {
            hole.consume(schema.errors(ValidationSchema.tree(document)));
        }
    }

    /** Checks the whole form. */
    @Benchmark
    public void engineOnForm(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(wholeForm.validate(response, Responses.TODAY));
        }
    }

    /** Checks the whole form. */
    @Benchmark
    public void javaRosaOnForm(Blackhole hole) {
        for (HouseholdResponse response : responses) {
            hole.consume(faultsInJavaRosa(response));
        }
    }

    Set<String> faultsInJavaRosa(HouseholdResponse response) {
        javaRosa.fill(response);
        javaRosa.calculate();
        return javaRosa.faults();
    }
}
