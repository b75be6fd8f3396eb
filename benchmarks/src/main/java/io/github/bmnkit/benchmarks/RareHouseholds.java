package io.github.bmnkit.benchmarks;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.Person;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What hardly any made-up household has, though the form asks for it. */
final class RareHouseholds {
    private final CleanHousehold household;
    private final HouseholdResponse.Builder answers;

    private RareHouseholds(CleanHousehold household) {
        this.household = household;
        this.answers = household.response().edit();
    }

    /** The household with one rare thing; as it is where there is no occasion, or no such thing. */
    static HouseholdResponse vary(CleanHousehold household, int thing) {
        return new RareHouseholds(household).with(thing);
    }

    private HouseholdResponse with(int thing) {
        switch (thing) {
            case 1 -> to(person -> person.age() >= 26, "education", Value.code("08"));
            case 2 -> to(person -> person.male() && person.age() >= 20, "prefix", Value.code("21"));
            case 3, 4, 5, 6, 7, 8 -> grandparent();
            case 9 -> code("q14_1");
            case 10 -> code("q14_2");
            case 11 -> put("q6_1_1", 0);
            case 12 -> put("q6_2_3", 0);
            case 13 -> put("q6_2_4", 0);
            case 14 -> illiterate();
            case 15 -> noCredit();
            case 16 -> saving();
            case 17, 18, 19 -> otherUse();
            default -> {}
        }
        return answers.build();
    }

    private void code(String name) {
        answers.answer(AnswerPath.of(name), Value.code("1"));
    }

    private void put(String name, long number) {
        answers.answer(AnswerPath.of(name), Value.of(number));
    }

    private Optional<Person> person(Predicate<Person> so) {
        return household.persons().stream().filter(so).findFirst();
    }

    private void to(Predicate<Person> so, String name, Value value) {
        person(so).ifPresent(person -> answers.answer(AnswerPath.of(name, person.key()), value));
    }

    /** A parent who is old enough. */
    private void grandparent() {
        int head = household.persons().get(0).age();
        String relation = household.response().form().list("relation").orElseThrow().codes().stream()
                .filter(code -> "GRANDPARENT".equals(code.attributes().get("rel_role")))
                .map(Code::code)
                .findFirst()
                .orElseThrow();
        to(person -> person.age() >= head + 30 && !person.role().equals("HEAD"), "relation", Value.code(relation));
    }

    private void illiterate() {
        code("q18_1");
        put("q18_1_n", 1);
        answers.answer(AnswerPath.of("q18_2"), Value.code("0"));
        put("q18_2_n", 1);
        put("q18_3_1", 1);
    }

    private void noCredit() {
        for (String name : household.response().answered().stream()
                .map(AnswerPath::question)
                .filter(question -> question.startsWith("q22_3"))
                .toList()) {
            answers.answer(AnswerPath.of(name), Value.of(Missing.NOT_ANSWERED));
        }
        code("q22_3_1");
        for (int lender = 1; lender <= 9; lender++) {
            answers.answer(AnswerPath.of("q22_3_1_" + lender), Value.code("0"));
        }
        answers.answer(AnswerPath.of("q22_3_1_9_text"), Value.text("สหกรณ์"));
        answers.answer(AnswerPath.of("q22_3_2"), Value.code("0"));
        put("q22_3_2_baht", 5_000);
    }

    private void saving() {
        if (household.response().answer(AnswerPath.of("q23_1")) instanceof Value.Codes codes
                && !codes.value().contains("12")) {
            answers.answer(AnswerPath.of("q23_1"), Value.codes(List.of("1", "6")));
        }
    }

    private void otherUse() {
        to(Person::card, "welfare_use", Value.codes(List.of("1", "7")));
        to(Person::card, "welfare_use_other", Value.text("อื่น ๆ"));
        to(Person::card, "welfare_cash", Value.of(Missing.NOT_ANSWERED));
    }
}
