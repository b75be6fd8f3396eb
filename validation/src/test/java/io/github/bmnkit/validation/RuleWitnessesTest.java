package io.github.bmnkit.validation;

import static io.github.bmnkit.examples.synthetic.PlantedFaults.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleSets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Households that fail each rule, pass it, and to which it does not apply, through the whole validator. They are clean
 * ones, planted ones, and clean ones in which some of what the rule reads was answered otherwise.
 */
class RuleWitnessesTest {
    private static final Questionnaire FORM = HostCodes.form();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());
    private static final List<CleanHousehold> CLEAN = LongStream.range(20_000, 20_300)
            .mapToObj(seed -> CleanHouseholds.household(FORM, seed))
            .toList();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.{'])[0-9]+(?:\\.[0-9]+)?(?![\\w'])");
    private static final int TRIES = 1_500;

    @Test
    void f6_everyRuleFailsPassesAndWhereItHasAConditionDoesNotApply() {
        Map<String, Set<Outcome>> missing = new TreeMap<>();
        for (Rule rule : VALIDATOR.rules().rules()) {
            if (rule.across().isEmpty()) {
                Set<Outcome> unseen = EnumSet.of(Outcome.FAIL, Outcome.PASS);
                if (rule.appliesWhen().isPresent()) {
                    unseen.add(Outcome.NOT_APPLICABLE);
                }
                search(rule, unseen);
                if (!unseen.isEmpty()) {
                    missing.put(rule.id(), unseen);
                }
            }
        }
        assertThat(missing).isEqualTo(UNREACHABLE);
    }

    /**
     * What no household comes to: the dates of the round are the host's to set (HDR-16), the first member is the head by
     * definition (MEM-04), the made-up lists map every student's code right (OCC-07) and tell the sex of every title
     * (MEM-27), and the number of members is counted where the document does not claim one (BAS-15).
     */
    private static final Map<String, Set<Outcome>> UNREACHABLE = Map.of(
            "BAS-15", Set.of(Outcome.NOT_APPLICABLE),
            "HDR-16", Set.of(Outcome.PASS, Outcome.FAIL),
            "MEM-04", Set.of(Outcome.FAIL),
            "MEM-27", Set.of(Outcome.NOT_APPLICABLE),
            "OCC-07", Set.of(Outcome.FAIL));

    /** What takes several answers at once is put together by hand. */
    private static final Map<String, Consumer<HouseholdResponse.Builder>> BY_HAND = Map.ofEntries(
            Map.entry("DBT-04", loan("1")),
            Map.entry("DBT-04 pass", loan("0")),
            Map.entry(
                    "DBT-22",
                    answers -> List.of("q22_1_1", "q22_1_2", "q22_1_3", "q22_1_4")
                            .forEach(name -> answers.answer(AnswerPath.of(name), Value.of(0)))),
            Map.entry("MEM-02", answers -> IntStream.range(0, 21).forEach(i -> answers.addMember())),
            Map.entry(
                    "MEM-10",
                    answers -> IntStream.of(1, 2)
                            .forEach(member -> answers.answer(AnswerPath.of("first_name", member), Value.text("ก"))
                                    .answer(AnswerPath.of("last_name", member), Value.text("ข"))
                                    .answer(AnswerPath.of("birth_date", member), Value.of(TODAY.minusYears(40))))),
            Map.entry("MEM-14", answers -> answers.answer(AnswerPath.of("id_card", 1), Value.text("0123456789012"))),
            Map.entry(
                    "MEM-20",
                    answers -> answers.answer(AnswerPath.of("birth_date", 1), Value.of(TODAY.minusYears(130)))),
            Map.entry("MEM-36", RuleWitnessesTest::removeAll),
            Map.entry(
                    "REL-13",
                    answers -> IntStream.of(2, 3, 4)
                            .forEach(member -> answers.answer(AnswerPath.of("relation", member), Value.code("06")))),
            Map.entry("S1-12", RuleWitnessesTest::removeAll),
            Map.entry(
                    "S5-12",
                    answers -> answers.answer(AnswerPath.of("health", 1), Value.code("1"))
                            .answer(AnswerPath.of("welfare_card", 1), Value.code("1"))
                            .answer(AnswerPath.of("welfare_use", 1), Value.codes(List.of("6")))
                            .answer(AnswerPath.of("welfare_cash", 1), Value.codes(List.of("65")))
                            .answer(AnswerPath.of("q28_2"), Value.code("0"))
                            .answer(AnswerPath.of("q28_2_n"), Value.of(1))
                            .answer(AnswerPath.of("q23_1"), Value.codes(List.of("1")))
                            .answer(AnswerPath.of("q23_4"), Value.code("1"))),
            Map.entry(
                    "WEL-03",
                    answers -> answers.answer(AnswerPath.of("welfare_card", 1), Value.code("1"))
                            .answer(AnswerPath.of("id_card", 1), Value.text("0123456789012"))));

    /** A loan that was asked for everywhere and had nowhere. */
    private static Consumer<HouseholdResponse.Builder> loan(String enough) {
        return answers -> {
            answers.answer(AnswerPath.of("q22_3_1"), Value.code("1"));
            answers.answer(AnswerPath.of("q22_3_2"), Value.code(enough));
            IntStream.rangeClosed(1, 9)
                    .forEach(source -> answers.answer(AnswerPath.of("q22_3_1_" + source), Value.code("0")));
        };
    }

    private static void removeAll(HouseholdResponse.Builder answers) {
        answers.build().members().forEach(answers::removeMember);
    }

    private static void searchByHand(HouseholdValidator validator, Rule rule, Set<Outcome> unseen) {
        BY_HAND.forEach((name, change) -> {
            if (name.startsWith(rule.id())) {
                for (CleanHousehold household : CLEAN) {
                    if (household.size() >= 4) {
                        HouseholdResponse.Builder changed = household.response().edit();
                        change.accept(changed);
                        look(validator, rule, changed.build(), unseen);
                    }
                }
            }
        });
    }

    private static void search(Rule rule, Set<Outcome> unseen) {
        HouseholdValidator validator = VALIDATOR.onlyRules(Set.of(rule.ruleId()));
        for (PlantedFault fault : PlantedFaults.all()) {
            if (fault.id().equals(rule.id())) {
                CLEAN.stream()
                        .map(fault::in)
                        .flatMap(Optional::stream)
                        .limit(1)
                        .forEach(each -> look(validator, rule, each, unseen));
            }
        }
        searchByHand(validator, rule, unseen);
        Random random = new Random(rule.id().hashCode());
        List<Item> asked = asked(rule);
        List<BigDecimal> numbers = new ArrayList<>();
        for (Optional<Formula> formula : List.of(rule.mustHold(), rule.appliesWhen())) {
            formula.ifPresent(each -> NUMBER.matcher(each.toString())
                    .results()
                    .forEach(match -> numbers.add(new BigDecimal(match.group()))));
        }
        for (int i = 0; i < TRIES && !unseen.isEmpty(); i++) {
            HouseholdResponse clean = CLEAN.get(i % CLEAN.size()).response();
            HouseholdResponse.Builder changed = clean.edit();
            for (int k = i < CLEAN.size() ? 0 : 1 + random.nextInt(4); k > 0 && !asked.isEmpty(); k--) {
                Item item = asked.get(random.nextInt(asked.size()));
                int member = clean.members().get(random.nextInt(clean.members().size()));
                AnswerPath path =
                        item.level() == Level.MEMBER ? AnswerPath.of(item.name(), member) : AnswerPath.of(item.name());
                changed.answer(path, value(item, numbers, random));
            }
            look(validator, rule, changed.build(), unseen);
        }
    }

    private static void look(HouseholdValidator validator, Rule rule, HouseholdResponse response, Set<Outcome> unseen) {
        ValidationReport report = validator.validate(response, TODAY);
        if (rule.level() == Level.HOUSEHOLD) {
            unseen.remove(report.outcome(rule.ruleId()));
        } else {
            response.members().forEach(member -> unseen.remove(report.outcome(rule.ruleId(), member)));
        }
    }

    /** The questions that decide a rule in the end, those that only decide what is asked among them. */
    private static List<Item> asked(Rule rule) {
        Set<String> names = new TreeSet<>();
        rule.reads().forEach(name -> add(names, name));
        return names.stream().map(name -> FORM.item(name).orElseThrow()).toList();
    }

    private static void add(Set<String> names, String name) {
        Item item = FORM.item(name).orElse(null);
        if (item != null && item.hasValue() && names.add(name)) {
            item.calculation().ifPresent(formula -> formula.reads().names().forEach(each -> add(names, each)));
            item.relevance().ifPresent(formula -> formula.reads().names().forEach(each -> add(names, each)));
        }
    }

    private static Value value(Item item, List<BigDecimal> numbers, Random random) {
        if (random.nextInt(5) == 0) {
            return Value.of(Missing.NOT_ANSWERED);
        }
        return switch (item.symbol().type()) {
            case INTEGER, DECIMAL -> number(numbers, random);
            case DATE -> Value.of(TODAY.minusDays(random.nextInt(random.nextBoolean() ? 400 : 40_000)));
            case CODE, CODES -> {
                List<String> codes = FORM.list(item.question().list()).orElseThrow().codes().stream()
                        .map(Code::code)
                        .toList();
                String code = codes.isEmpty() ? "1" : codes.get(random.nextInt(codes.size()));
                yield item.symbol().type() == ValueType.CODE ? Value.code(code) : Value.codes(List.of(code));
            }
            default -> Value.text(List.of("T3st", "1", "ทดสอบ").get(random.nextInt(3)));
        };
    }

    private static Value number(List<BigDecimal> numbers, Random random) {
        List<Integer> sizes = List.of(0, 1, 2, 10, 1_000, 30_000, 1_000_000, 50_000_000);
        BigDecimal number = numbers.isEmpty() || random.nextBoolean()
                ? BigDecimal.valueOf(sizes.get(random.nextInt(sizes.size())))
                : numbers.get(random.nextInt(numbers.size()));
        return Value.of(number.add(BigDecimal.valueOf(random.nextInt(3) - 1L)));
    }
}
